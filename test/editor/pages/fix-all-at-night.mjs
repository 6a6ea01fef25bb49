// The sample in a dark theme: the card is readable, and one command puts every figure right.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../harness/wait-until.mjs';
import { addressOf } from '../harness/workbench.mjs';
import { project } from '../harness/workspace.mjs';
import { goTo, hideSideBar, placeOf, runCommand, saveUntil, settled } from './workbench-page.mjs';

const FIRST_MARK_WITHIN = 90_000; // the page, the extension and the server start
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
        await page.waitForSelector(squiggle, { timeout: FIRST_MARK_WITHIN });
        await hideSideBar(page);
        await page.locator('.monaco-workbench.vs-dark').waitFor();
        await goTo(page, placeOf(text, '$90 billion', 1));
        await page.keyboard.press('Control+k');
        await page.keyboard.press('Control+i');
        const hover = page.locator('.monaco-hover:visible');
        await hover.filter({ hasText: 'Disputed' }).waitFor();
        await settled(hover);
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
        await goTo(page, { line: 0, character: 0 });
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
