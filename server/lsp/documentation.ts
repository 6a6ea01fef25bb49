import type { CodeDescription } from 'vscode-languageserver';
import { shippedPage } from '../host/shipped-files.ts';
import type { ClientFeatures } from './client-features.ts';
import { uriOfPath } from './file-uri.ts';
import type { OpenDocumentationCommand } from './protocol.ts';

const openDocumentation: OpenDocumentationCommand = 'stet.openDocumentation';

/** The page about suppressions, whose codes begin like this. */
const suppressionCodes = 'suppression-';

/**
 * The page about a finding's code. Stet works offline and its pages ship with it, so the link leads to a file, which
 * every editor can open. VS Code would show the bare Markdown of a file; where its command is at hand, the link runs
 * that, and the page is shown as it is meant to be read.
 */
export function findingPage(code: string, features: ClientFeatures): CodeDescription {
  const name = code.startsWith(suppressionCodes) ? 'suppression' : code;
  return linkTo(`docs/verdicts/${name}.md`, features);
}

/** The page about pack files. */
export function packPage(features: ClientFeatures): CodeDescription {
  return linkTo('docs/packs.md', features);
}

/** The page about baselines. */
export function baselinePage(features: ClientFeatures): CodeDescription {
  return linkTo('docs/letting-stand.md', features);
}

function linkTo(page: string, { opensDocumentation }: ClientFeatures): CodeDescription {
  if (!opensDocumentation) return { href: uriOfPath(shippedPage(page)) };
  return { href: `command:${openDocumentation}?${encodeURIComponent(JSON.stringify([page]))}` };
}
