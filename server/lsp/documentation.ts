import type { CodeDescription } from 'vscode-languageserver';
import { shippedPage } from '../host/shipped-files.ts';
import type { ClientFeatures } from './client-features.ts';
import { uriOfPath } from './file-uri.ts';
import type { OpenDocumentationCommand } from './protocol.ts';

const openDocumentation: OpenDocumentationCommand = 'stet.openDocumentation';

/** Of what is wrong with a suppression. */
const suppressionCodes = 'suppression-';

/** About suppressions and baselines. */
const lettingStand = 'docs/letting-stand.md';

/**
 * The page about a finding's code. Stet works offline and its pages ship with it, so the link leads to a file, which
 * every editor can open. VS Code would show the bare Markdown of a file; where its command is at hand, the link runs
 * that, and the page is shown as it is meant to be read.
 */
export function findingPage(code: string, features: ClientFeatures): CodeDescription {
  const page = code.startsWith(suppressionCodes) ? lettingStand : `docs/verdicts/${code}.md`;
  return linkTo(page, features);
}

/** The page about pack files. */
export function packPage(features: ClientFeatures): CodeDescription {
  return linkTo('docs/packs.md', features);
}

/** The page about baselines. */
export function baselinePage(features: ClientFeatures): CodeDescription {
  return linkTo(lettingStand, features);
}

function linkTo(page: string, { opensDocumentation }: ClientFeatures): CodeDescription {
  if (!opensDocumentation) return { href: uriOfPath(shippedPage(page)) };
  return { href: `command:${openDocumentation}?${encodeURIComponent(JSON.stringify([page]))}` };
}
