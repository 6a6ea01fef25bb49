import { describe, expect, it } from 'vitest';
import { HEDGE_PHRASES } from '../../../server/core/figures/english.ts';
import {
  fractionInterval,
  hedgedInterval,
  roundedInterval,
} from '../../../server/core/figures/hedges.ts';
import { type Interval, ONE, whole } from '../../../server/core/figures/interval.ts';
import { plainFigures } from './check-figures.ts';

const X = whole(100);

/** An interval in whole numbers as mathematicians write it. */
function written({ min, max, minOpen, maxOpen }: Interval): string {
  const number = (amount: bigint): number => Number((amount * 100n) / ONE) / 100;
  return `${minOpen ? '(' : '['}${number(min)}, ${number(max)}${maxOpen ? ')' : ']'}`;
}

/** The table of DESIGN section 3, row by row, for x = 100: words, row, in a draft, in a pack. */
const TABLE = [
  [
    'nearly',
    ['nearly', 'almost', 'just under', 'approaching', 'close to'],
    '[95, 100]',
    '[97, 100]',
  ],
  ['about', ['about', 'around', 'roughly', 'some', 'approximately', '~'], '[95, 105]', '[97, 103]'],
  ['over', ['over', 'more than', 'above', 'at least', 'upwards of'], '[100, 150)', '[100, 110)'],
  ['well-over', ['well over', 'far more than'], '[100, 200)', '[100, 200)'],
  ['under', ['under', 'less than', 'below', 'at most', 'up to'], '(66.66, 100]', '(66.66, 100]'],
] as const;

describe('hedgedInterval()', () => {
  it.each(TABLE)('widens "%s" as the table says', (kind, _, draft, pack) => {
    expect(written(hedgedInterval(kind, X, 'draft'))).toBe(draft);
    expect(written(hedgedInterval(kind, X, 'pack'))).toBe(pack);
  });

  it('hedges negative numbers by their size', () => {
    expect(written(hedgedInterval('nearly', -X, 'draft'))).toBe('[-100, -95]');
    expect(written(hedgedInterval('over', -X, 'draft'))).toBe('(-150, -100]');
    expect(written(hedgedInterval('under', -X, 'draft'))).toBe('[-100, -66.66)');
  });
});

describe('roundedInterval()', () => {
  it('is half a unit of the last digit to either side, the upper end left out', () => {
    expect(written(roundedInterval({ amount: whole(38), step: whole(1) }))).toBe('[37.5, 38.5)');
    expect(written(roundedInterval({ amount: whole(40), step: whole(10) }))).toBe('[35, 45)');
    expect(written(roundedInterval({ amount: -whole(4), step: whole(1) }))).toBe('[-4.5, -3.5)');
  });
});

describe('the words of the table', () => {
  const phrases = TABLE.flatMap(([kind, words]) => words.map((word) => [word, kind] as const));

  it.each(phrases)('"%s 100 crates" is hedged as "%s"', (word, kind) => {
    const [figure] = plainFigures(`It took ${word} 100 crates.`);
    const { min, max } = hedgedInterval(kind, X, 'draft');
    expect(figure?.text).toBe('100 crates');
    expect([figure?.min, figure?.max].map((bound) => bound?.toFixed(6))).toEqual(
      [min, max].map((bound) => (Number(bound) / 1e18).toFixed(6)),
    );
  });

  it('stand longest first, so that "well over" is not read as "over"', () => {
    const lengths = HEDGE_PHRASES.map(({ words }) => words.length);
    expect(lengths).toEqual([...lengths].sort((one, other) => other - one));
  });

  it.each([
    ['a $100bn-plus plan', 100e9, 150e9],
    ['100 crates or so', 95, 105],
    ['100 crates or more', 100, 150],
    ['100 crates or less', 66.66666666666667, 100],
  ])('"%s" is hedged from behind', (text, min, max) => {
    expect(plainFigures(text)).toMatchObject([{ min, max }]);
  });

  it('leave a figure alone that they do not touch', () => {
    expect(plainFigures('It is about ships: 100 crates of them.')[0]).not.toHaveProperty('min');
    expect(plainFigures('Over seven years it pays.')[0]).not.toHaveProperty('min');
  });
});

describe('fractionInterval()', () => {
  it.each([
    [null, '[87.5, 112.5]'],
    ['about', '[87.5, 112.5]'],
    ['nearly', '[85, 102.5]'],
    ['over', '[97.5, 150)'],
    ['well-over', '[100, 200)'],
    ['under', '(66.66, 100]'],
  ] as const)('is rounder than that of a number, hedged as %s', (kind, interval) => {
    expect(written(fractionInterval(kind, X))).toBe(interval);
  });
});
