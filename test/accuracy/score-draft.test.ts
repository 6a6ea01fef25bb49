import { describe, expect, it } from 'vitest';
import type { Claim, DraftReading } from '../../server/core/claims/claim.ts';
import { bareFigure } from '../../server/core/figures/figure.ts';
import { readLabels } from './read-labels.ts';
import { type DraftScore, scoreDraft } from './score-draft.ts';
import { rate, tally } from './tally.ts';

const TEXT = 'A five-year, $40bn deal, then $40bn more.';

describe('scoreDraft()', () => {
  it('counts a finding of the labelled verdict that overlaps the surface', () => {
    const score = scored([finding('$40bn', 13, 'conflict', '$38bn')], [wrong('$40bn', '$38bn')]);
    expect(score).toMatchObject({
      expected: [{ verdict: 'conflict', isFound: true }],
      alarms: [{ isExpected: true }],
      fixes: [{ isExact: true }],
      remarks: [],
    });
  });

  it('takes the labelled occurrence of a surface', () => {
    const score = scored(
      [finding('$40bn', 13, 'conflict', '$38bn')],
      [{ ...wrong('$40bn', '$38bn'), nth: 2 }],
    );
    expect(score.expected).toEqual([{ verdict: 'conflict', isFound: false }]);
    expect(score.remarks.map(({ kind }) => kind)).toEqual(['missed', 'false-alarm']);
  });

  it('calls a conflict where another verdict is labelled a false alarm', () => {
    const label = { about: 'deal.value', surface: '$40bn', verdict: 'supported' };
    const score = scored([finding('$40bn', 13, 'conflict', '$38bn')], [label]);
    expect(score.alarms).toEqual([{ isExpected: false }]);
    expect(score.expected).toEqual([{ verdict: 'supported', isFound: false }]);
  });

  it('passes over supported and disputed findings that no label has', () => {
    const score = scored([finding('$40bn', 13, 'supported'), finding('$40bn', 30, 'disputed')], []);
    expect(score).toMatchObject({ expected: [], alarms: [], remarks: [] });
  });

  it('passes over what a writer let stand', () => {
    const stands = {
      ...finding('$40bn', 13, 'conflict', '$38bn'),
      suppressed: 'as the desk has it',
    };
    expect(scored([stands], [])).toMatchObject({ alarms: [], remarks: [] });
  });

  it('compares the text that a fix gives, not its span', () => {
    const whole = finding('five-year, $40bn', 2, 'conflict', 'five-year, $38bn');
    expect(scored([whole], [wrong('$40bn', '$38bn')]).fixes).toMatchObject([{ isExact: true }]);
    const other = finding('$40bn', 13, 'conflict', '$38 billion');
    const score = scored([other], [wrong('$40bn', '$38bn')]);
    expect(score.fixes).toMatchObject([{ isExact: false }]);
    expect(score.remarks.map(({ kind }) => kind)).toEqual(['fix']);
  });

  it('remarks on a finding about another statement without counting it', () => {
    const score = scored(
      [finding('$40bn', 13, 'conflict', '$38bn')],
      [{ ...wrong('$40bn', '$38bn'), about: 'other.value' }],
    );
    expect(score.expected).toEqual([{ verdict: 'conflict', isFound: true }]);
    expect(score.remarks.map(({ kind }) => kind)).toEqual(['other-statement']);
  });
});

describe('tally()', () => {
  it('leaves supported claims out of recall', () => {
    const missed = scored(
      [],
      [wrong('$40bn', '$38bn'), { about: 'deal.term', surface: 'five-year', verdict: 'supported' }],
    );
    const found = scored([finding('$40bn', 13, 'conflict', '$38bn')], [wrong('$40bn', '$38bn')]);
    const { recall, supported, precision } = tally([missed, found]);
    expect([rate(recall), rate(supported), rate(precision)]).toEqual([0.5, 0, 1]);
  });
});

describe('readLabels()', () => {
  it.each([
    ['no JSON', '{', 'labels.jsonl:1: No JSON'],
    ['an unknown key', label([], { note: 'x' }), 'note'],
    [
      'a surface that is not there',
      label([wrong('$41bn', '$38bn')]),
      '"$41bn" does not occur 1 times',
    ],
    [
      'a fix of what is right',
      label([{ ...wrong('$40bn', '$38bn'), verdict: 'supported' }]),
      'no fix',
    ],
    ['an id used twice', `${label([])}\n${label([])}`, 'labels.jsonl:2: The id "d" is used'],
  ])('refuses %s', (_, content, message) => {
    expect(() => readLabels('labels.jsonl', content)).toThrow(message);
  });
});

function wrong(surface: string, fix: string) {
  return { about: 'deal.value', surface, verdict: 'conflict', fix };
}

function label(expectations: readonly object[], more: object = {}): string {
  const draft = { id: 'd', category: 'conflict/value', asOf: '2025-11-05', text: TEXT };
  return JSON.stringify({ ...draft, expect: expectations, ...more });
}

function scored(claims: readonly Claim[], expectations: readonly object[]): DraftScore {
  const [draft] = readLabels('labels.jsonl', label(expectations));
  if (!draft) throw new Error('No draft');
  const statements = ['deal.value', 'other.value'];
  return scoreDraft(draft, readingOf(claims), (id) => (statements.includes(id) ? [id] : undefined));
}

function readingOf(claims: readonly Claim[]): DraftReading {
  const work = { blocks: 1, blocksRead: 1, blocksChecked: 1 };
  return {
    text: TEXT,
    asOf: '2025-11-05',
    asOfBasis: 'option',
    claims,
    figures: [],
    suppressionHints: [],
    work,
  };
}

function finding(text: string, start: number, verdict: Claim['verdict'], fix?: string): Claim {
  const span = { start, end: start + text.length };
  expect(TEXT.slice(span.start, span.end)).toBe(text);
  return {
    span,
    text,
    figure: bareFigure('money', span, text),
    verdict,
    slip: null,
    statement: 'deal.value',
    message: '',
    confidence: 1,
    record: [],
    fixes: fix === undefined ? [] : [{ span, text: fix, preferred: true, source: null }],
    reasons: [],
    suppressed: null,
  };
}
