// What a writer does while writing, in the real page: take a recorded figure, look one up, cite it.

import { readFileSync } from 'node:fs';
import { addressOf } from '../harness/workbench.mjs';
import {
  goTo,
  hideSideBar,
  runCommand,
  STARTS_WITHIN,
  saveUntil,
  settled,
} from './workbench-page.mjs';

/** A draft that begins with a figure on record, by which it shows that the server is there. */
export const begunDraft = `# The week in figures

AWS had a market share of 34 per cent in 2022.

`;

/** The steps in order; each rests on those before it. `shoot(name)` keeps a screenshot. */
export function writeADraft({ page, origin, workspace, draft, shoot }) {
  const lines = begunDraft.split('\n');
  const saved = () => readFileSync(draft, 'utf8');

  return [
    [
      'a recorded figure is offered after the words that call for one',
      async () => {
        await page.goto(addressOf(origin, workspace, 'draft.md'));
        const item = page.locator('.statusbar-item', { hasText: /Stet: 1 figure stands/ });
        await item.waitFor({ timeout: STARTS_WITHIN });
        await hideSideBar(page);
        await goTo(page, { line: lines.length - 1, character: 0 });
        await page.keyboard.type('OpenAI is valued at ', { delay: 20 });
        const offered = page.locator('.suggest-widget.visible');
        await offered.locator('.monaco-list-row', { hasText: '$500 billion' }).first().waitFor();
        // The sources beside it: the arrow shows only under the mouse, which the list may slip away from.
        await offered.locator('.monaco-list-row.focused .readMore').dispatchEvent('click');
        const details = page.locator('.suggest-details:visible', { hasText: 'OpenAI, valuation' });
        await details.waitFor();
        await settled(details);
        await shoot('completion');
      },
    ],
    [
      'taking it writes it',
      async () => {
        await page.keyboard.press('Enter');
        await saveUntil(page, 'the figure is in the draft', () =>
          saved().includes('OpenAI is valued at $500 billion'),
        );
      },
    ],
    [
      'a figure is looked up by its words and put in',
      async () => {
        await page.keyboard.type('; it owes Oracle ');
        await page.keyboard.press('Escape');
        await runCommand(page, 'Stet: Insert a Figure from the Record');
        const list = page.locator('.quick-input-widget:visible');
        await list.locator('input').fill('oracle');
        await list.locator('.monaco-list-row', { hasText: '$300 billion' }).first().waitFor();
        await settled(list);
        await shoot('insert-figure');
        await list.locator('.monaco-list-row', { hasText: '$300 billion' }).first().click();
        await saveUntil(page, 'the figure that was looked up is in the draft', () =>
          saved().includes('it owes Oracle $300 billion'),
        );
      },
    ],
    [
      'a figure is cited, and the note is placed at the end',
      async () => {
        const at = lines[2].indexOf('34');
        await goTo(page, { line: 2, character: at + 1 });
        await runCommand(page, 'Stet: Insert the Citation of the Figure at the Cursor');
        // The command ends when the server has answered; what was saved before that would have no note.
        await page.locator('.view-line', { hasText: '[^1]' }).first().waitFor();
        await saveUntil(page, 'the draft has a note', () =>
          /\[\^1\][\s\S]*\n\[\^1\]: /.test(saved()),
        );
        await shoot('citation');
      },
    ],
  ];
}
