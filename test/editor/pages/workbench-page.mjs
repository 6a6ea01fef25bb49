// Steps that pages have in common: one editor, the cursor at a place, an element at rest.
import { waitUntil } from '../harness/wait-until.mjs';

/** The editor alone, as wide as a writer would have it. */
export async function hideSideBar(page) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}

/** Put the cursor at a place by the workbench's own "go to line". */
export async function goTo(page, { line, character }) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget:visible input').fill(`:${line + 1}:${character + 1}`);
  await page.keyboard.press('Enter');
  const shown = page.locator('.statusbar-item', {
    hasText: `Ln ${line + 1}, Col ${character + 1}`,
  });
  await shown.waitFor();
}

/** Wait until an element has come to rest: hovers and menus are placed, then placed again. */
export async function settled(locator) {
  let last = '';
  await waitUntil('an element at rest', async () => {
    const box = JSON.stringify(await locator.first().boundingBox());
    const isSame = box === last;
    last = box;
    return isSame;
  });
}
