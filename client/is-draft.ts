import type { TextDocument } from 'vscode';
import { draftLanguages } from './manifest-source.ts';

/**
 * Where a draft may live. Others (`git:` beside a diff, chat blocks, output panes) show text that
 * nobody is writing, and stay unmarked. `vscode-vfs` is a repository opened without a clone.
 */
export const draftSchemes = ['file', 'untitled', 'vscode-vfs'] as const;

/** Languages of prose that Stet does not read; somebody who writes in one may wonder why nothing is marked. */
const proseLanguages: readonly string[] = [
  'asciidoc',
  'html',
  'latex',
  'mdx',
  'org',
  'restructuredtext',
  'tex',
  'typst',
];

/** Whether the server is told of a document as a draft. */
export function isDraft({ uri, languageId }: TextDocument): boolean {
  const isRead = draftLanguages.some((language) => language === languageId);
  return isRead && isWritten(uri.scheme);
}

/** Whether a document may well be prose, but is none that Stet reads. */
export function isOtherProse({ uri, languageId }: TextDocument): boolean {
  return proseLanguages.includes(languageId) && isWritten(uri.scheme);
}

/** Why a document is not checked that is no draft. */
export function notADraft({ languageId }: Pick<TextDocument, 'languageId'>): string {
  return `Stet reads Markdown and plain text; the language of this file is "${languageId}"`;
}

function isWritten(scheme: string): boolean {
  return draftSchemes.some((known) => known === scheme);
}
