// What a writer does to understand a draft, in the real page: the quiet marks, the next finding, the status, the reckoning.

import { readFileSync } from 'node:fs';
import { addressOf } from '../harness/workbench.mjs';
import {
  goTo,
  hideSideBar,
  placeOf,
  previewOf,
  runCommand,
  STARTS_WITHIN,
  settled,
} from './workbench-page.mjs';

/** What the workspace of this page sets. */
export const readerSettings = { 'stet.inlayHints': true };

/** The steps in order; each rests on those before it. `shoot(name)` keeps a screenshot. */
export function readADraft({ page, origin, workspace, draft, shoot }) {
  const text = readFileSync(draft, 'utf8');
  const hover = page.locator('.monaco-hover:visible');

  return [
    [
      'a supported figure carries a quiet mark where the setting asks for it',
      async () => {
        await page.goto(addressOf(origin, workspace, 'draft.md'));
        const mark = page.locator('.view-line', { hasText: '$38 billion✓' }).first();
        await mark.waitFor({ timeout: STARTS_WITHIN });
        await hideSideBar(page);
        await mark.waitFor();
        await shoot('supported');
      },
    ],
    [
      'the next finding is a key away, and says what it is',
      async () => {
        await goTo(page, { line: 0, character: 0 });
        await page.keyboard.press('Control+F8');
        // The diagnostic comes first, then the card, then the fixes.
        await hover.filter({ hasText: /the record says seven years.*Quick Fix/s }).waitFor();
        await settled(hover);
        await shoot('next-finding');
        await page.keyboard.press('Escape');
      },
    ],
    [
      'the status item counts, and a click offers what can be done',
      async () => {
        await page.locator('.statusbar-item', { hasText: /Stet: .*conflict/ }).click();
        const list = page.locator('.quick-input-widget:visible');
        await list.locator('.monaco-list-row', { hasText: /next finding/i }).waitFor();
        await settled(list);
        await shoot('status');
        await page.keyboard.press('Escape');
      },
    ],
    [
      'why nothing is underlined is said at the figure',
      async () => {
        const { line, character } = placeOf(text, '$60 billion', 2);
        await goTo(page, { line, character });
        await runCommand(page, 'Stet: Why Is Nothing Underlined Here?');
        await hover.filter({ hasText: 'Show the whole reckoning' }).waitFor();
        await settled(hover);
        await shoot('why-nothing');
        await page.keyboard.press('Escape');
      },
    ],
    [
      'the whole reckoning of a figure opens beside the draft',
      async () => {
        await goTo(page, placeOf(text, '$250 billion', 2));
        await runCommand(page, 'Stet: Explain the Figure at the Cursor');
        await page.locator('.tab', { hasText: 'Explanation' }).waitFor();
        await previewOf(page, '$250 billion');
        await shoot('explanation');
      },
    ],
    [
      'the verdict in the hover leads to its page',
      async () => {
        await page.keyboard.press('Control+w');
        await goTo(page, { line: 0, character: 0 });
        await page.keyboard.press('Control+F8');
        await hover.locator('a.code-link', { hasText: 'conflict' }).first().click();
        await page.locator('.tab', { hasText: 'conflict.md' }).waitFor();
        await page.locator('iframe.webview').waitFor();
        await previewOf(page, 'What to do');
        await shoot('verdict-page');
      },
    ],
  ];
}
