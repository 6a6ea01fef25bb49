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
    const next = label ? undefined : sentences[index + 1];
    label = next && isLabel(sentence, next, index === 0, figures, tokens) ? sentence : undefined;
    if (!label) joined.push(whole);
  }
  return joined;
}

/** Whether a sentence is one figure, and the next may say what it is of: not where that has one of the kind itself. */
function isLabel(
  sentence: Sentence,
  next: Sentence,
  isFirst: boolean,
  figures: readonly Figure[],
  tokens: readonly Token[],
): boolean {
  if (sentence.to - sentence.from > LONGEST_LABEL) return false;
  const [first, ...rest] = tokens
    .slice(sentence.from, sentence.to)
    .filter(({ kind }) => kind !== 'mark');
  if (!first) return false;
  const label = figures.find(({ span }) => span.start <= first.start && first.end <= span.end);
  if (!label || rest.some(({ end }) => label.span.end < end)) return false;
  if (label.kind === 'date') return true;
  const [start, end] = [tokens[next.from]?.start ?? 0, tokens[next.to - 1]?.end ?? 0];
  return (
    isFirst &&
    !figures.some(({ kind, span }) => kind === label.kind && start <= span.start && span.end <= end)
  );
}
