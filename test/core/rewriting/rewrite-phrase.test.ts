import { describe, expect, it } from 'vitest';
import { rewritePhrase } from '../../../server/core/rewriting/rewrite-phrase.ts';

/** The text with `written` put right by the first of the recorded phrases that fits; undefined where none does. */
function rewritten(text: string, written: string, phrases: readonly string[]): string | undefined {
  const start = text.indexOf(written);
  const [value = '', ...synonyms] = phrases;
  const span = { start, end: start + written.length };
  const fix = rewritePhrase(text, { span }, { value, synonyms });
  return fix && text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
}

describe('rewritePhrase()', () => {
  it.each([
    ['It is not exclusive.', 'not exclusive', ['exclusive'], 'It is exclusive.'],
    ['It was never open.', 'never open', ['open'], 'It was open.'],
    ["It isn't exclusive.", "isn't exclusive", ['exclusive'], 'It is exclusive.'],
    ['They aren’t open.', 'aren’t open', ['open'], 'They are open.'],
    ['It pays up front.', 'pays up front', ['paid in stages'], 'It pays in stages.'],
    ['It keeps its veto.', 'keeps its veto', ['gone', 'kept no veto'], 'It keeps no veto.'],
    ['Paid in advance.', 'in advance', ['staged', 'in stages'], 'Paid in stages.'],
    ['In advance, it said.', 'In advance', ['in stages'], 'In stages, it said.'],
    ['A non-exclusive deal.', 'non-exclusive', ['exclusive'], 'An exclusive deal.'],
    ['An exclusive deal.', 'exclusive', ['non-exclusive'], 'A non-exclusive deal.'],
  ])('%s', (text, written, phrases, right) => {
    expect(rewritten(text, written, phrases)).toBe(right);
  });

  it.each([
    [
      'a denial that "do" carries',
      'It does not pay in stages.',
      'not pay in stages',
      ['pay in stages'],
    ],
    ['a verb for an adverb', 'Paid in advance.', 'in advance', ['pays later']],
    ['another verb', 'It kept its veto.', 'kept its veto', ['lost its veto']],
    ['another word', 'A private road.', 'private', ['public']],
  ])('leaves alone what would break the grammar: %s', (_, text, written, phrases) => {
    expect(rewritten(text, written, phrases)).toBeUndefined();
  });
});
