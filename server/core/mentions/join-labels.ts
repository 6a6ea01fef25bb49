import type { Figure } from '../figures/figure.ts';
import type { Token } from '../text/tokens.ts';
import type { Sentence } from './mention.ts';

/** A label is a figure, perhaps of several tokens: "March 2025.", "$38 billion.". */
const LONGEST_LABEL = 6;

/**
 * Sentences with those that are nothing but a figure joined to the next: "March 2025. Acme leads a round" says when Acme did,
 * "$38 billion. What Acme agreed to pay" what it paid. Any figure is a label where a block opens with it, a date elsewhere too.
 * Errors: none; the last sentence of a block stays as it is.
 */
export function joinLabels(
  sentences: readonly Sentence[],
  figures: readonly Figure[],
  tokens: readonly Token[],
): readonly Sentence[] {
  if (figures.length === 0 || sentences.length < 2) return sentences;
  const joined: Sentence[] = [];
  let label: Sentence | undefined;
  for (const [index, sentence] of sentences.entries()) {
    const whole = label ? { ...sentence, from: label.from } : sentence;
    const isLast = index === sentences.length - 1;
    label =
      !isLast && !label && isLabel(sentence, index === 0, figures, tokens) ? sentence : undefined;
    if (!label) joined.push(whole);
  }
  return joined;
}

function isLabel(
  { from, to }: Sentence,
  isFirst: boolean,
  figures: readonly Figure[],
  tokens: readonly Token[],
): boolean {
  if (to - from > LONGEST_LABEL) return false;
  const words = tokens.slice(from, to).filter(({ kind }) => kind !== 'mark');
  return (
    words.length > 0 &&
    words.every(({ start, end }) =>
      figures.some(
        ({ kind, span }) => (isFirst || kind === 'date') && span.start <= start && end <= span.end,
      ),
    )
  );
}
