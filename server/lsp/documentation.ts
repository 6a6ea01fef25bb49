import type { CodeDescription } from 'vscode-languageserver';
import { shippedPage } from '../host/shipped-files.ts';
import { uriOfPath } from './file-uri.ts';

// Stet works offline and its pages ship with it, so the links of diagnostics lead to files, which every editor can open.
// VS Code runs no command from such a link; the manifest's `workbench.editorAssociations` has it show these files as
// pages instead of as Markdown.

/** Of what is wrong with a suppression. */
const suppressionCodes = 'suppression-';

/** The page about a finding's code. */
export function findingPage(code: string): CodeDescription {
  return code.startsWith(suppressionCodes) ? lettingStandPage() : page(`verdicts/${code}.md`);
}

/** The page about pack files. */
export function packPage(): CodeDescription {
  return page('packs.md');
}

/** The page about suppressions and baselines. */
export function lettingStandPage(): CodeDescription {
  return page('letting-stand.md');
}

function page(path: string): CodeDescription {
  return { href: uriOfPath(shippedPage(`docs/${path}`)) };
}
