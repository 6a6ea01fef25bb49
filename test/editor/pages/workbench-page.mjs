// Steps that pages have in common: one editor, the cursor at a place, an element at rest.
import { waitUntil } from '../harness/wait-until.mjs';

/** How long the page, the extension and the server may take to start, in milliseconds, on a busy machine. */
export const STARTS_WITHIN = 120_000;

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

/** Have the hover at the cursor shown by its keys, which a busy page may miss; wait until it is `wanted`. */
export async function hoverAtCursor(page, wanted) {
  for (let press = 1; ; press++) {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    try {
      await wanted.waitFor({ timeout: 15_000 });
      return settled(wanted);
    } catch (error) {
      if (press === 4) throw error;
    }
  }
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

/** Run a command as a person does: by its words in the palette. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await input.press('Enter');
}

/** Where a text stands in a draft, as line and character from 0; `from` counts into it. */
export function placeOf(draft, text, from = 0) {
  const before = draft.slice(0, draft.indexOf(text) + from).split('\n');
  if (!draft.includes(text)) throw new Error(`The draft does not say "${text}"`);
  return { line: before.length - 1, character: before.at(-1).length };
}

/** Save the draft at hand, and wait until the disk has what is expected of it. */
export async function saveUntil(page, what, isThere) {
  await page.keyboard.press('Control+s');
  return waitUntil(what, isThere);
}

/** Wait until a Markdown preview shows a text; it is a frame within a frame, made ready out of sight. */
export async function previewOf(page, text) {
  await waitUntil(`a preview that says "${text}"`, async () => {
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    const shows = await Promise.all(frames.map((frame) => isShowing(frame, text)));
    return shows.includes(true);
  });
}

async function isShowing(frame, text) {
  try {
    const isVisible = await (await frame.frameElement()).isVisible();
    return isVisible && (await frame.locator('body').textContent()).includes(text);
  } catch {
    return false; // a frame may go while it is asked
  }
}
