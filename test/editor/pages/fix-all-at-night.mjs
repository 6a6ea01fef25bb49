// The sample in a dark theme: the card is readable, and one command puts every figure right.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../harness/wait-until.mjs';
import { addressOf } from '../harness/workbench.mjs';
import { project } from '../harness/workspace.mjs';
import {
  goTo,
  hideSideBar,
  hoverAtCursor,
  placeOf,
  runCommand,
  STARTS_WITHIN,
  saveUntil,
} from './workbench-page.mjs';

const squiggle = '.view-overlays .squiggly-warning';

/** What the workspace of this page sets. */
export const nightSettings = { 'workbench.colorTheme': 'Default Dark Modern' };

/** The steps in order; each rests on those before it. `shoot(name)` keeps a screenshot. */
export function fixAllAtNight({ page, origin, workspace, draft, shoot }) {
  const text = readFileSync(draft, 'utf8');

  return [
    [
      'in a dark theme the hover is dark too',
      async () => {
        await page.goto(addressOf(origin, workspace, 'draft.md'));
        await page.waitForSelector(squiggle, { timeout: STARTS_WITHIN });
        await hideSideBar(page);
        await page.locator('.monaco-workbench.vs-dark').waitFor();
        await goTo(page, placeOf(text, 'Andy Jassy', 1));
        const hover = page.locator('.monaco-hover:visible');
        await hoverAtCursor(
          page,
          hover.filter({ hasText: /the record says Matt Garman.*Quick Fix/s }),
        );
        await shoot('dark');
        await page.keyboard.press('Escape');
      },
    ],
    [
      'fix all puts right every figure that is in conflict',
      async () => {
        await runCommand(page, 'Stet: Fix All Figures in This Draft');
        await waitUntil(
          'no warning left on the page',
          async () => (await page.locator(squiggle).count()) === 0,
        );
        await page.keyboard.press('Control+Home');
        await page.locator('.view-line', { hasText: 'title: What OpenAI bought' }).waitFor();
        await shoot('fix-all');
        await saveUntil(page, 'the draft on disk has no conflict', () => conflictsIn(draft) === 0);
      },
    ],
  ];
}

/** As the command line counts them. */
function conflictsIn(draft) {
  const args = ['check', '--format', 'json', '--fail-on', 'never', draft];
  const report = execFileSync(process.execPath, [join(project, 'dist/cli.js'), ...args]);
  return JSON.parse(report).summary.conflict;
}
