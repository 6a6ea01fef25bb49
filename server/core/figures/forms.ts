import { CURRENCY_CODES } from '../text/currency-codes.ts';
import type { Token } from '../text/tokens.ts';
import { CARDINALS, CURRENCY_SIGNS, MONTHS, ORDINALS, VAGUE_COUNTS, WEEKDAYS } from './english.ts';
import { HOLIDAY_WORDS } from './read-holiday.ts';
import { MULTIPLES } from './read-multiple.ts';

/** The forms of figures, in the order in which they are tried. */
// biome-ignore format: a table reads best in rows
const FORMS = [
  'holiday', 'stretch', 'date', 'vague', 'several', 'version', 'fraction', 'multiple', 'amount',
] as const;

export type Form = (typeof FORMS)[number];

/**
 * The forms of figures that may begin with a token. A cheap look before the grammar is tried: most words begin none,
 * and few begin more than one.
 */
export function formsAt(token: Token | undefined): readonly Form[] {
  if (!token) return NONE;
  if (token.kind === 'word') return FORMS_OF_WORDS.get(token.lower) ?? formsOfLetterAndDigit(token);
  if (token.kind === 'number') return OF_NUMBERS;
  const isSign = token.text === '-' || token.text === '+' || CURRENCY_SIGNS.has(token.text);
  return isSign && token.kind === 'mark' ? AMOUNT : NONE;
}

const SMALL_Y = 121;

/** A quarter, a half, a fiscal year or a version: `Q3`, `H1`, `FY25`, `v3`. */
function formsOfLetterAndDigit({ lower }: Token): readonly Form[] {
  const unit = lower.charCodeAt(1);
  if (unit === SMALL_Y && /^fy\d/.test(lower)) return DATE;
  if (!(48 <= unit && unit <= 57)) return NONE;
  if (/^[qh][1-4]$/.test(lower)) return DATE;
  return /^v\d+$/.test(lower) ? VERSION : NONE;
}

const NONE: readonly Form[] = [];
const DATE: readonly Form[] = ['date'];
const VERSION: readonly Form[] = ['version'];
const AMOUNT: readonly Form[] = ['amount'];
const OF_NUMBERS: readonly Form[] = [
  'stretch',
  'date',
  'version',
  'fraction',
  'multiple',
  'amount',
];

/** The words that each form can begin with. */
const FIRST_WORDS: Readonly<Record<Form, readonly string[]>> = {
  holiday: HOLIDAY_WORDS,
  stretch: ['three', 'six', 'nine', 'twelve'],
  date: [
    ...MONTHS.keys(),
    ...WEEKDAYS.keys(),
    ...ORDINALS.keys(),
    ...['early', 'mid', 'late', 'middle', 'end', 'beginning', 'start'],
    ...['spring', 'summer', 'autumn', 'fall'],
    ...['last', 'previous', 'this', 'current', 'next', 'coming', 'yesterday', 'today'],
  ],
  vague: [...VAGUE_COUNTS.keys()],
  several: ['several', 'a'],
  version: [],
  fraction: [...CARDINALS.keys(), 'a', 'an', 'half'],
  multiple: [...MULTIPLES, ...CARDINALS.keys()],
  amount: [
    ...CARDINALS.keys(),
    ...['a', 'an', 'half', 'minus'],
    ...[...CURRENCY_SIGNS.keys(), ...CURRENCY_CODES].map((sign) => sign.toLowerCase()),
    // The country of a dollar: the US of "US$".
    ...['us', 'a', 'c', 'hk', 'nz', 's', 'r'],
  ],
};

const FORMS_OF_WORDS: ReadonlyMap<string, readonly Form[]> = indexWords();

function indexWords() {
  const index = new Map<string, Form[]>();
  for (const form of FORMS) {
    for (const word of new Set(FIRST_WORDS[form])) {
      index.set(word, [...(index.get(word) ?? []), form]);
    }
  }
  return index;
}
