import type { FactBase } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import { readFigures } from '../figures/read-figures.ts';
import type { Span } from '../text/span.ts';
import { readTokens, type Token } from '../text/tokens.ts';
import { joinLabels } from './join-labels.ts';
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
    sentences: joinLabels(sentences, numeric, tokens),
    mentions: withoutModelNames(mentions, tokens, names),
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
  const isNamed = isInside(named.map((name) => spanOf(name, tokens)));
  return figures.filter(({ span }) => !isNamed(span));
}

/** A name that is a figure by its shape ("H100") names nobody that a figure could be about. */
function withoutModelNames(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  names: readonly Figure[],
): readonly Mention[] {
  if (names.length === 0) return mentions;
  const isModel = isInside(names.map(({ span }) => span));
  return mentions.filter(
    (mention) => mention.kind !== 'unknown' || !isModel(spanOf(mention, tokens)),
  );
}

function spanOf({ from, to }: Mention, tokens: readonly Token[]): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Whether a span lies in one of the others, all of them apart and in the order of the text, as are those asked for. */
function isInside(spans: readonly Span[]): (span: Span) => boolean {
  let at = 0;
  return ({ start, end }) => {
    while (at < spans.length && (spans[at]?.end ?? 0) < end) at++;
    return at < spans.length && (spans[at]?.start ?? 0) <= start;
  };
}

/** Both lists are in the order of the text and share no token. */
function merged(one: readonly Figure[], other: readonly Figure[]): readonly Figure[] {
  if (other.length === 0) return one;
  return [...one, ...other].sort((a, b) => a.span.start - b.span.start);
}
