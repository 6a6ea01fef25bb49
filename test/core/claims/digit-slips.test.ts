import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasTwoDigits,
  isScaleSlip,
  isTellingSlip,
  isTransposed,
} from '../../../server/core/claims/digit-slips.ts';
import { readIsoDay } from '../../../server/core/figures/calendar.ts';
import type { Figure } from '../../../server/core/figures/figure.ts';
import { readFigures } from '../../../server/core/figures/read-figures.ts';
import { readTokens } from '../../../server/core/text/tokens.ts';
import { SEEDED } from '../arbitraries.ts';
import { exampleFacts } from '../example-packs.ts';

/** A figure of a draft and the value on record, each as written. */
type Pair = readonly [drafted: string, recorded: string];
type Relation = (figure: Figure, value: Figure) => boolean;

const AS_OF = readIsoDay('2025-11-05') ?? 0;

function figureOf(text: string, side: 'draft' | 'pack'): Figure {
  const { units } = exampleFacts;
  const [figure] = readFigures(text, readTokens(text), { units, asOf: AS_OF, side });
  if (!figure) throw new Error(`No figure in "${text}"`);
  return figure;
}

function holds(relation: Relation, [drafted, recorded]: Pair): boolean {
  return relation(figureOf(drafted, 'draft'), figureOf(recorded, 'pack'));
}

function expectPairs(relation: Relation, expected: boolean): (...pair: Pair) => void {
  return (...pair) => {
    expect(holds(relation, pair)).toBe(expected);
  };
}

describe('isTellingSlip()', () => {
  const isOne = expectPairs(isTellingSlip, true);
  const isNone = expectPairs(isTellingSlip, false);

  it.each<Pair>([
    ['$38 million', '$38 billion'],
    ['$38 billion', '$38 million'],
    ['$38 trillion', '$38 million'],
    ['$5 million', '$5 billion'],
    ['6 MW', '6 gigawatts'],
    ['$30–40 million', '$30–40 billion'],
    ['$11 billion', '$11 trillion'],
  ])('is a thousandfold or a millionfold: %s for %s', isOne);

  it.each<Pair>([
    ['$1 billion', '$1 trillion'],
    ['$10 million', '$10 billion'],
    ['100 MW', '100 GW'],
  ])('is not one of a round 1: %s for %s', isNone);

  it.each<Pair>([
    ['$380 billion', '$38 million'],
    ['$38 billion', '$38 billion'],
    ['$36 million', '$38 billion'],
    ['£38 million', '$38 billion'],
    ['38 months', '38 years'],
  ])('is not another factor, other digits or another unit: %s for %s', isNone);

  it.each<Pair>([
    ['$18.02bn', '$180.2bn'],
    ['$1.25 million', '$125 million'],
    ['1,250', '125'],
    ['$130–140 million', '$13–14 million'],
  ])('is tenfold or a hundredfold with three digits: %s for %s', isOne);

  it.each<Pair>([
    ['$3.8 billion', '$38 billion'],
    ['$380 billion', '$38 billion'],
    ['$0.38 billion', '$38 billion'],
    ['500', '50'],
    ['3–4', '30–40'],
  ])('is not tenfold with two: %s for %s', isNone);

  it.each<Pair>([
    ['83', '38'],
    ['$83 billion', '$38 billion'],
    ['8.3%', '3.8%'],
    ['1,520', '1,250'],
    ['1,205', '1,250'],
    ['$92.5 million', '$29.5 million'],
  ])('is two neighbours that changed places: %s for %s', isOne);

  it.each<Pair>([
    ['281', '182'],
    ['2,510', '1,250'],
    ['8,315', '3,819'],
    ['$830 billion', '$38 billion'],
    ['83–84', '38–48'],
  ])('is not two that stand apart, three, or those of another size: %s for %s', isNone);

  it.each<Pair>([
    ['182.2', '180.2'],
    ['2,250', '1,250'],
    ['1,350', '1,250'],
    ['1,200', '1,250'],
  ])('is one digit of three: %s for %s', isOne);

  it.each<Pair>([
    ['36', '38'],
    ['$36 billion', '$38 billion'],
    ['$90 billion', '$80 billion'],
    ['1,300', '1,250'],
    ['18,250', '1,250'],
  ])('is not one of two, two of three, or one more: %s for %s', isNone);

  it.each<Pair>([
    ['$38–40 million', '$38 billion'],
    ['$38 million', '$38–40 billion'],
    ['dozens', '1,250'],
  ])('is not of a range and a number, or without one: %s for %s', isNone);

  it.each<Pair>([
    ['3 October', '3 November'],
    ['November 3, 2025', 'October 3, 2025'],
    ['tens of thousands', 'hundreds of thousands'],
    ['hundreds of thousands', 'tens of thousands'],
  ])('is the same day of another month, and tens for hundreds: %s for %s', isOne);

  it.each<Pair>([
    ['3 November', '30 November'],
    ['4 October', '3 November'],
    ['November 3, 2024', 'November 3, 2025'],
    ['October', 'November'],
    ['hundreds', 'hundreds of thousands'],
  ])('is no other day, no other year, and no vaguer: %s for %s', isNone);

  it.each<Pair>([
    ['$92 million', '£29 million'],
    ['83 months', '38 years'],
  ])('is none of another unit: %s for %s', isNone);

  it.each<Pair>([
    ['$38', '$38 million'],
    ['$38 thousand', '$38 billion'],
  ])('is a millionth: %s for %s', isOne);
});

describe('hasTwoDigits()', () => {
  it.each([
    ['38', true],
    ['$1.4 trillion', true],
    ['105', true],
    ['$90 billion', false],
    ['0.5', false],
    ['1,000', false],
    ['dozens', false],
    ['November 12', false],
  ])('leaves out the zeros around them: %s', (text, expected) => {
    expect(hasTwoDigits(figureOf(text, 'draft'))).toBe(expected);
  });
});

describe('isScaleSlip()', () => {
  it.each<Pair>([
    ['$3.8 billion', '$38 billion'],
    ['$3,800 billion', '$38 billion'],
    ['$38 million', '$38 billion'],
    ['$38 trillion', '$38 million'],
    ['$1 billion', '$1 trillion'],
    ['$40 billion', '$38 million'],
  ])('is ten, a hundred, a thousand or a million times, or nearly: %s for %s', (...pair) => {
    expect(holds(isScaleSlip, pair)).toBe(true);
  });

  it.each<Pair>([
    ['$38 billion', '$38 billion'],
    ['$38 billion', '$3.8 million'],
    ['$41 billion', '$38 million'],
    ['£38 million', '$38 billion'],
    ['$0', '$38 billion'],
  ])('is no other factor, and none between units: %s for %s', (...pair) => {
    expect(holds(isScaleSlip, pair)).toBe(false);
  });
});

describe('isTransposed()', () => {
  it.each<Pair>([
    ['83', '38'],
    ['281', '182'],
    ['$83 million', '$38 billion'],
    ['8.3 metres', '3.8 metres'],
  ])('is the same digits in another order: %s for %s', (...pair) => {
    expect(holds(isTransposed, pair)).toBe(true);
  });

  it.each<Pair>([
    ['38', '38'],
    ['380', '38'],
    ['84', '38'],
    ['383', '38'],
    ['Monday', '38'],
  ])('is no other digits, and not the same: %s for %s', (...pair) => {
    expect(holds(isTransposed, pair)).toBe(false);
  });
});

describe('of two figures, either way round', () => {
  const scale = fc.constantFrom('', ' thousand', ' million', ' billion');
  const number = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(1, 10, 100))
    .map(([digits, part]) => `$${digits / part}`);

  it.each<[string, Relation]>([
    ['isTransposed', isTransposed],
    ['isTellingSlip', isTellingSlip],
  ])('%s() is the same up to a thousandfold', (_, relation) => {
    const pairs = fc
      .tuple(number, number, scale)
      .chain(([one, other, word]) =>
        fc.constantFrom<Pair>(
          [`${one}${word}`, `${other}${word}`],
          [`${one} thousand`, `${one} million`],
          [`${one}${word}`, `${[...one].reverse().join('').replace('$', '')}${word}`],
        ),
      );
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const amount = other.startsWith('$') ? other : `$${other}`;
        expect(holds(relation, [one, amount])).toBe(holds(relation, [amount, one]));
      }),
      SEEDED,
    );
  });

  it('isScaleSlip() is the same where the digits are', () => {
    const pairs = fc.tuple(number, fc.constantFrom(1, 10, 100, 1000), fc.boolean());
    fc.assert(
      fc.property(pairs, ([one, times]) => {
        const other = `$${Number(one.slice(1)) * times}`;
        expect(holds(isScaleSlip, [one, other])).toBe(times > 1);
        expect(holds(isScaleSlip, [other, one])).toBe(times > 1);
      }),
      SEEDED,
    );
  });

  it('what is on record is no slip of itself', () => {
    const amounts = fc.tuple(number, scale).map((parts) => parts.join(''));
    fc.assert(
      fc.property(amounts, (amount) => {
        for (const relation of [isTellingSlip, isScaleSlip, isTransposed])
          expect(holds(relation, [amount, amount])).toBe(false);
      }),
      SEEDED,
    );
  });
});
