import { readTokens } from '../../../server/core/text/tokens.ts';

const SIGNS = { word: '', number: '#', mark: '.', possessive: "'" } as const;

/** Every token of a text between bars, with a sign for its kind: `38bn` is `#38|bn`, a space before one a space. */
export function checkTokens(text: string): string {
  return readTokens(text)
    .map(({ kind, text: token, spaced }) => `${spaced ? ' ' : ''}|${SIGNS[kind]}${token}`)
    .join('');
}
