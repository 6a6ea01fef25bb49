import { FALLS, isVerbForm, RISES } from '../mentions/english.ts';
import type { BlockReading } from '../mentions/mention.ts';
import type { Token } from '../text/tokens.ts';
import type { TokenRange } from './attachment.ts';

/** How long an insertion may be, in tokens. */
const LONGEST = 24;

/**
 * What is set between a name, or a noun, and its verb, from the comma before to the comma after: "Acme, which makes boats for Borealis, fell".
 * The sentence goes on about the name as if the insertion were not there. A name alone between the commas is the same one's.
 */
export function readInsertions({ tokens, mentions }: BlockReading): readonly TokenRange[] {
  const insertions: TokenRange[] = [];
  let end = 0;
  for (const { to } of mentions) {
    if (to < end || tokens[to]?.text !== ',') continue;
    const close = closingComma(tokens, to);
    if (close < 0 || mentions.some((one) => one.from === to + 1 && one.to === close)) continue;
    insertions.push({ from: to, to: close + 1 });
    end = close + 1;
  }
  return insertions;
}

/** The comma after which the verb follows; -1 where the sentence goes on otherwise. */
function closingComma(tokens: readonly Token[], open: number): number {
  if (/^(?:and|but|or)$/.test(tokens[open + 1]?.lower ?? '')) return -1;
  for (let at = open + 1; at < Math.min(tokens.length, open + LONGEST); at++) {
    const { text = '' } = tokens[at] ?? {};
    // "On Nov. 3" goes on.
    const goesOn = text === '.' && tokens[at + 1]?.kind === 'number';
    if (/^[.;:!?—–()]$/.test(text) && !goesOn) return -1;
    if (text === ',' && isVerb(tokens[at + 1])) return at;
  }
  return -1;
}

function isVerb(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.text !== token.lower) return false;
  const { lower } = token;
  return isVerbForm(lower) || RISES.has(lower) || FALLS.has(lower);
}
