// Headless Chromium on the workbench's page.
import { findChromium } from './install.mjs';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PATIENCE = 60_000; // milliseconds for one step, on a busy machine

/** Start the browser; the caller closes it. */
export function startBrowser(tools) {
  const { chromium } = tools.require('playwright-core');
  return chromium.launch({ executablePath: findChromium(), args });
}

/** A page of its own storage, sharp enough for screenshots. */
export async function newPage(browser, { height = 600 } = {}) {
  const context = await browser.newContext({
    viewport: { width: 960, height },
    deviceScaleFactor: 1.5,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    // Without a person there is nobody to answer the question whether the clipboard may be read.
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
}
