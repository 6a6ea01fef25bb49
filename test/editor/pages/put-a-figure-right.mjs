// What a writer does, in the real page: see the mark, read the citation, take the correction.

import { ok } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../harness/wait-until.mjs';
import { addressOf } from '../harness/workbench.mjs';
import { project } from '../harness/workspace.mjs';
import { goTo, hideSideBar, STARTS_WITHIN, settled } from './workbench-page.mjs';

const squiggle = '.view-overlays .squiggly-warning';

/** The steps in order; each rests on those before it. `shoot(name)` keeps a screenshot. */
export function putAFigureRight({ page, origin, workspace, draft, shoot }) {
  const claim = firstCorrection(draft);
  const wanted = corrected(readFileSync(draft, 'utf8'), claim);
  let marksBefore = 0;

  return [
    [
      'the sample draft shows squiggles',
      async () => {
        await page.goto(addressOf(origin, workspace, 'draft.md'));
        await page.waitForSelector(squiggle, { timeout: STARTS_WITHIN });
        await hideSideBar(page);
        await shoot('squiggles');
      },
    ],
    [
      'the status item counts the conflicts',
      async () => {
        const item = page.locator('.statusbar-item', { hasText: /Stet: .*conflict/ });
        await item.waitFor();
      },
    ],
    [
      `hovering "${claim.text}" shows the record and its source`,
      async () => {
        await goTo(page, claim.range.start);
        marksBefore = await page.locator(squiggle).count();
        await hoverCursor(page);
        const { value, references } = claim.record[0];
        const hover = page.locator('.monaco-hover:visible', { hasText: value });
        await hover.filter({ hasText: references[0].title }).waitFor();
        await settled(hover);
        await shoot('hover');
      },
    ],
    [
      `the light bulb offers "${claim.fixes[0].text}" first`,
      async () => {
        await page.keyboard.press('Escape');
        await page.mouse.move(0, 0);
        await page.keyboard.press('Control+.');
        const menu = page.locator('.action-widget:visible');
        const first = menu.locator('.monaco-list-row.action').first();
        await first.filter({ hasText: claim.fixes[0].text }).waitFor();
        await settled(menu);
        await shoot('quick-fix');
      },
    ],
    [
      'taking it changes the text, and the squiggle goes',
      async () => {
        await page.keyboard.press('Enter');
        await waitUntil('a squiggle goes', async () => {
          return (await page.locator(squiggle).count()) < marksBefore;
        });
        await page.keyboard.press('Control+s');
        await waitUntil(
          'the corrected draft is saved',
          () => readFileSync(draft, 'utf8') === wanted,
        );
        await shoot('put-right');
      },
    ],
  ];
}

/** The first conflict with a correction, as the command line reports it. */
function firstCorrection(draft) {
  const args = ['check', '--format', 'json', '--fail-on', 'never', draft];
  const report = execFileSync(process.execPath, [join(project, 'dist/cli.js'), ...args]);
  const claim = JSON.parse(report).files[0].claims.find(
    ({ verdict, suppressed, fixes }) =>
      verdict === 'conflict' && suppressed === undefined && fixes[0]?.preferred && !fixes[0].range,
  );
  ok(claim, 'the sample draft has a conflict with a correction');
  return claim;
}

function corrected(text, { range, fixes }) {
  return text.slice(0, range.start.offset) + fixes[0].text + text.slice(range.end.offset);
}

/** Rest the mouse on the character after the cursor. */
async function hoverCursor(page) {
  const box = await page.locator('.monaco-editor .cursors-layer .cursor').first().boundingBox();
  ok(box, 'the cursor is on the page');
  await page.mouse.move(box.x + 6, box.y + box.height / 2);
}
