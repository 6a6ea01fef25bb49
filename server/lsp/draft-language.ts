import { extname } from 'node:path';
import type { DraftOptions } from '../service/index.ts';

/** How a document is read, by the language its editor gives it; Neovim calls plain text `text`. */
const languages: ReadonlyMap<string, DraftOptions['language']> = new Map([
  ['markdown', 'markdown'],
  ['plaintext', 'plaintext'],
  ['text', 'plaintext'],
]);

/** The languages of drafts, as editors call them. */
export const draftLanguageIds: readonly string[] = [...languages.keys()];

/** How a document of an editor is read; undefined for a language that holds no draft. */
export function draftLanguage(languageId: string): DraftOptions['language'] | undefined {
  return languages.get(languageId);
}

/** How a file on disk is read, by its ending. */
export function draftLanguageOfFile(path: string): DraftOptions['language'] {
  return extname(path).toLowerCase() === '.txt' ? 'plaintext' : 'markdown';
}
