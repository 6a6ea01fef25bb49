// What a newcomer does: open the walkthrough, and by it the sample.
import { addressOf } from '../harness/workbench.mjs';

const FIRST_WORD_WITHIN = 60_000; // the page, the extension and the server start
const title = 'Check the Figures in a Draft';

/** The steps in order; each rests on those before it. `shoot(name)` keeps a screenshot. */
export function followTheWalkthrough({ page, origin, workspace, shoot }) {
  return [
    [
      'the walkthrough opens and shows its first step',
      async () => {
        await page.goto(addressOf(origin, workspace));
        await page.locator('.statusbar-item').first().waitFor({ timeout: FIRST_WORD_WITHIN });
        await page.keyboard.press('F1');
        const input = page.locator('.quick-input-widget:visible input');
        const row = page.locator('.quick-input-list .monaco-list-row');
        await input.fill('>Open Walkthrough');
        await row.filter({ hasText: 'Open Walkthrough' }).first().click();
        await row.filter({ hasText: title }).click();
        await page
          .locator('.gettingStartedContainer', { hasText: 'Open the sample draft' })
          .waitFor();
        await shoot('walkthrough');
      },
    ],
    [
      'its button opens the sample, which is checked',
      async () => {
        // The step around it is a button too, by its role.
        const button = page.locator('.gettingStartedContainer .monaco-button:visible');
        await button.filter({ hasText: 'Open the Sample Draft' }).click();
        await page.waitForSelector('.view-overlays .squiggly-warning', {
          timeout: FIRST_WORD_WITHIN,
        });
      },
    ],
  ];
}
