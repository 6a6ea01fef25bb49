import type { FactBase } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readTokens, type Token } from '../text/tokens.ts';
import type { BlockReading, Mention } from './mention.ts';
import { readMentions } from './read-mentions.ts';
import { readNames } from './read-names.ts';
import { readSentences } from './read-sentences.ts';

/**
 * Read figures, names and cues of one block's prose.
 * Offsets: UTF-16 code units of `text`. `asOf` is the draft's day, in days since 1970-01-01.
 */
export function readBlockMentions(text: string, facts: FactBase, asOf: number): BlockReading {
  const tokens = readTokens(text);
  const sentences = readSentences(tokens);
  const numeric = readFigures(text, tokens, { units: facts.units, asOf, side: 'draft' });
  const mentions = readMentions(tokens, sentences, numeric, facts);
  const names = readNames(text, tokens, mentions, facts);
  const figures = merged(outsideNames(numeric, mentions, tokens), names);
  return {
    text,
    tokens,
    sentences,
    mentions: mentions.filter((mention) => !isModelName(mention, tokens, names)),
    figures,
  };
}

/** The figures that are no part of a name: not the 8 of "Quillstore 8". */
function outsideNames(
  figures: readonly Figure[],
  mentions: readonly Mention[],
  tokens: readonly Token[],
): readonly Figure[] {
  const named = mentions.filter(({ kind, from, to }) => kind === 'name' && to - from > 1);
  if (named.length === 0) return figures;
  return figures.filter(
    ({ span }) =>
      !named.some(
        ({ from, to }) =>
          (tokens[from]?.start ?? 0) <= span.start && span.end <= (tokens[to - 1]?.end ?? 0),
      ),
  );
}

/** A name that is a figure by its shape ("H100") names nobody that a figure could be about. */
function isModelName(
  { kind, from, to }: Mention,
  tokens: readonly Token[],
  names: readonly Figure[],
): boolean {
  if (kind !== 'unknown') return false;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  return names.some(({ span }) => span.start <= start && end <= span.end);
}

/** Both lists are in the order of the text and share no token. */
function merged(one: readonly Figure[], other: readonly Figure[]): readonly Figure[] {
  if (other.length === 0) return one;
  return [...one, ...other].sort((a, b) => a.span.start - b.span.start);
}
