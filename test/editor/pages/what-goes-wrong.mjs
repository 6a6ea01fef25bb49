// What a writer sees when something goes wrong: a draft too large, a server that crashes.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../harness/workbench.mjs';

const FIRST_WORD_WITHIN = 60_000; // the page, the extension and the server start
const line = 'OpenAI signed a five-year deal with Amazon Web Services.\n';
const squiggle = '.view-overlays .squiggly-warning';

/** The steps in order. `folder` holds the workbench with its extensions; `shoot(name)` keeps a screenshot. */
export function whatGoesWrong({ page, origin, folder, workspace, shoot }) {
  return [
    [
      'a draft that is too long: the status item says so',
      async () => {
        writeFileSync(join(workspace, 'long.md'), line.repeat(100_000)); // 5.7 MB
        await page.goto(addressOf(origin, workspace, 'long.md'));
        await reasonOf(page, /5\.7 million characters; up to 5\.0 million are checked/);
        await shoot('too-long');
      },
    ],
    [
      'a server that crashes: a message says that it was started again, and the marks are back',
      async () => {
        await page.goto(addressOf(origin, workspace, 'draft.md'));
        await page.waitForSelector(squiggle, { timeout: FIRST_WORD_WITHIN });
        for (const id of serversBelow(folder)) process.kill(id, 'SIGKILL');
        const toast = page.locator('.notification-toast', { hasText: 'was started again' });
        await toast.waitFor();
        await shoot('crash');
        await page.locator('.statusbar-item', { hasText: /Stet: .*conflict/ }).waitFor();
        await page.waitForSelector(squiggle);
      },
    ],
    [
      'a draft that the editor keeps from extensions: the status item says so',
      async () => {
        writeFileSync(join(workspace, 'huge.md'), line.repeat(1_000_000)); // 57 MB
        await page.keyboard.press('Control+p');
        await page.locator('.quick-input-widget:visible input').fill('huge.md');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'huge.md' }).waitFor();
        await page.keyboard.press('Enter');
        await reasonOf(page, /no file over 50 MB/);
        await shoot('too-large');
      },
    ],
  ];
}

/** Wait for the status item that says "not checked", and for the reason it gives to somebody who points at it. */
async function reasonOf(page, reason) {
  const item = page.locator('.statusbar-item', { hasText: 'Stet: not checked' });
  await item.waitFor({ timeout: FIRST_WORD_WITHIN });
  await item.hover();
  await page.locator('.monaco-hover:visible', { hasText: reason }).waitFor();
}

/** The language servers that the workbench's extension hosts have started. */
function serversBelow(folder) {
  return execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((row) => row.includes(join(folder, 'extensions')) && row.includes('server.js'))
    .map((row) => Number(/^\s*(\d+)/.exec(row)?.[1]));
}
