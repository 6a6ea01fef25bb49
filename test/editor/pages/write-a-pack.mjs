// What the writer of a pack does, in the real page: see the mistake, have the right id offered, take it.

import { readFileSync } from 'node:fs';
import { waitUntil } from '../harness/wait-until.mjs';
import { addressOf } from '../harness/workbench.mjs';
import { goTo, hideSideBar, hoverAtCursor, STARTS_WITHIN, settled } from './workbench-page.mjs';

const error = '.view-overlays .squiggly-error';

/** The steps in order; each rests on those before it. `shoot(name)` keeps a screenshot. */
export function writeAPack({ page, origin, workspace, draft: pack, shoot }) {
  const text = readFileSync(pack, 'utf8');
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes('source: leger'));
  const character = (lines[line] ?? '').indexOf('leger');

  return [
    [
      'a mistake in a pack is underlined where it stands',
      async () => {
        await page.goto(addressOf(origin, workspace, 'facts/acme.yaml'));
        await page.waitForSelector(error, { timeout: STARTS_WITHIN });
        await hideSideBar(page);
        await page.locator('.codelens-decoration', { hasText: 'stated in 1 draft' }).waitFor();
        await goTo(page, { line, character: character + 2 });
        const hover = page.locator('.monaco-hover:visible');
        await hoverAtCursor(page, hover.filter({ hasText: 'Unknown source "leger"' }));
        await shoot('pack-error');
      },
    ],
    [
      'the sources that there are are offered, each with its title',
      async () => {
        await page.keyboard.press('Escape');
        await goTo(page, { line, character: character + 'le'.length });
        await page.keyboard.press('Control+Space');
        const offered = page.locator('.suggest-widget.visible');
        await offered.locator('.monaco-list-row', { hasText: 'ledger' }).waitFor();
        await settled(offered);
        await shoot('pack-completion');
      },
    ],
    [
      'taking one puts the pack right, and the underline goes',
      async () => {
        await page.keyboard.press('Enter');
        await waitUntil('no error', async () => (await page.locator(error).count()) === 0);
        await page.keyboard.press('Control+s');
        const wanted = text.replace('leger', 'ledger');
        await waitUntil('the pack is saved', () => readFileSync(pack, 'utf8') === wanted);
      },
    ],
  ];
}
