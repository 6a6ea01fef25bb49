import type { HedgeKind } from './figure.ts';

/*
 * The English of numbers, money and time: closed classes of the language, not vocabulary of a field.
 * Units and everything that facts are about come from packs.
 */

/** Cardinals below twenty, then the tens. */
// biome-ignore format: a table reads best in rows
export const CARDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
    eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17,
    eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70,
    eighty: 80, ninety: 90,
  }),
);

/** Power of ten of each scale word, whatever stands before it. */
// biome-ignore format: a table reads best in rows
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12, quadrillion: 15, lakh: 5, crore: 7,
    millions: 6, billions: 9, trillions: 12, thousands: 3,
    mn: 6, mln: 6, bn: 9, bln: 9, tn: 12, trn: 12,
  }),
);

/** Scale letters, read only where money or a count leaves no doubt: `$38B`, `25M homes`. */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map(
  Object.entries({ k: 3, m: 6, b: 9, t: 12 }),
);

/** Families of scale words in one style, so that a correction keeps the writer's own. */
// biome-ignore format: a table reads best in rows
export const SCALE_STYLES: readonly (readonly (readonly [string, number])[])[] = [
  [['thousand', 3], ['million', 6], ['billion', 9], ['trillion', 12]],
  [['k', 3], ['m', 6], ['bn', 9], ['tn', 12]],
  [['K', 3], ['M', 6], ['B', 9], ['T', 12]],
  [['k', 3], ['m', 6], ['b', 9], ['t', 12]],
  [['k', 3], ['mn', 6], ['bn', 9], ['trn', 12]],
  [['k', 3], ['mln', 6], ['bln', 9], ['trn', 12]],
];

/** Plural scale words that make a vague count, with the bounds of one of each: "dozens" is 24 to 99. */
export const VAGUE_COUNTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['dozens', [24, 99]],
  ['scores', [40, 99]],
  ['tens', [20, 99]],
  ['hundreds', [200, 999]],
  ['thousands', [2000, 999_999]],
  ['millions', [2_000_000, 999_999_999]],
  ['billions', [2_000_000_000, 999_999_999_999]],
  ['trillions', [2_000_000_000_000, 999_999_999_999_999]],
]);

/** Scale words after "several" and "a few", with the bounds of what is meant. */
export const VAGUE_SCALES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['dozen', [24, 99]],
  ['hundred', [200, 999]],
  ['thousand', [2000, 9999]],
  ['million', [2_000_000, 9_999_999]],
  ['billion', [2_000_000_000, 9_999_999_999]],
  ['trillion', [2_000_000_000_000, 9_999_999_999_999]],
]);

/** Names of the parts of a whole, singular and plural: a third, two-thirds. */
// biome-ignore format: a table reads best in rows
export const FRACTIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fifth: 5, fifths: 5, sixth: 6, sixths: 6,
    seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninth: 9, ninths: 9, tenth: 10, tenths: 10,
  }),
);

/** Currency signs to ISO 4217; the longest is taken. */
// biome-ignore format: a table reads best in rows
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD', 'US$': 'USD', 'A$': 'AUD', 'C$': 'CAD', 'HK$': 'HKD', 'NZ$': 'NZD', 'S$': 'SGD', 'R$': 'BRL',
    Rs: 'INR', '£': 'GBP', '€': 'EUR', '¥': 'JPY', '₹': 'INR', '₩': 'KRW', '₽': 'RUB', '₺': 'TRY', '₪': 'ILS',
  }),
);

/** Currency names after an amount. A bare "pound" is a weight as often as money: only the plural is money. */
// biome-ignore format: a table reads best in rows
export const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dollar: 'USD', dollars: 'USD', euro: 'EUR', euros: 'EUR', pounds: 'GBP', yen: 'JPY', yuan: 'CNY',
    rupees: 'INR', won: 'KRW', francs: 'CHF', cents: 'USD', pence: 'GBP',
  }),
);

/** Names of a hundredth of a currency. */
export const HUNDREDTHS: ReadonlySet<string> = new Set(['cents', 'pence']);

/** Words before the name of a currency, with the dollar each of them means; '' where its name says enough. */
// biome-ignore format: a table reads best in rows
export const CURRENCY_NATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'USD', 'u.s.': 'USD', american: 'USD', canadian: 'CAD', australian: 'AUD',
    swiss: '', british: '', japanese: '', chinese: '', indian: '',
  }),
);

// biome-ignore format: a table reads best in rows
export const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    january: 1, jan: 1, february: 2, feb: 2, march: 3, mar: 3, april: 4, apr: 4, may: 5, june: 6, jun: 6,
    july: 7, jul: 7, august: 8, aug: 8, september: 9, sept: 9, sep: 9, october: 10, oct: 10, november: 11,
    nov: 11, december: 12, dec: 12,
  }),
);

/** Month names in full and as shortened, by number. */
// biome-ignore format: a table reads best in rows
export const MONTH_NAMES: readonly string[] = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December',
];

// biome-ignore format: a table reads best in rows
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6,
    sun: 0, mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thurs: 4, fri: 5, sat: 6,
  }),
);

// biome-ignore format: a table reads best in rows
export const WEEKDAY_NAMES: readonly string[] = [
  'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday',
];

// biome-ignore format: a table reads best in rows
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 1, second: 2, third: 3, fourth: 4, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, final: 4, last: 4, opening: 1,
  }),
);

/** Duration words to their unit; singular, plural and shortened. */
// biome-ignore format: a table reads best in rows
export const DURATION_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    second: 's', seconds: 's', sec: 's', secs: 's', millisecond: 'ms', milliseconds: 'ms', ms: 'ms',
    minute: 'min', minutes: 'min', mins: 'min', hour: 'h', hours: 'h', hr: 'h', hrs: 'h',
    day: 'd', days: 'd', week: 'wk', weeks: 'wk', wk: 'wk', wks: 'wk', fortnight: 'wk', month: 'mo', months: 'mo', mo: 'mo',
    year: 'a', years: 'a', yr: 'a', yrs: 'a', decade: 'a', decades: 'a',
  }),
);

/** How many of the unit a duration word stands for, where it is not one. */
export const DURATION_FACTORS: ReadonlyMap<string, number> = new Map(
  Object.entries({ decade: 10, decades: 10, fortnight: 2 }),
);

/** One row of the hedge table's first column: the words, and whether they stand before or after the figure. */
export interface HedgePhrase {
  readonly words: readonly string[];
  readonly kind: HedgeKind;
  readonly side: 'before' | 'after';
}

const before = (kind: HedgeKind, ...phrases: string[]): HedgePhrase[] =>
  phrases.map((phrase) => ({ words: phrase.split(' '), kind, side: 'before' }));
const after = (kind: HedgeKind, ...phrases: string[]): HedgePhrase[] =>
  phrases.map((phrase) => ({ words: phrase.split(' '), kind, side: 'after' }));

/** The words of DESIGN section 3. Longer phrases are tried first. */
// biome-ignore format: a table reads best in rows
export const HEDGE_PHRASES: readonly HedgePhrase[] = [
  ...before('nearly', 'nearly', 'almost', 'just under', 'just below', 'just shy of', 'shy of', 'approaching',
    'approaches', 'approach', 'close to', 'near', 'not quite', 'as good as'),
  ...before('about', 'about', 'around', 'roughly', 'some', 'approximately', 'approx', 'approx .', 'circa', 'c .',
    '~', '≈', 'an estimated', 'estimated at', 'in the region of', 'in the neighbourhood of',
    'in the neighborhood of', 'in the order of', 'on the order of', 'or so', 'give or take'),
  ...after('about', 'or so', 'or thereabouts', 'give or take', '- ish'),
  ...before('well-over', 'well over', 'well above', 'far more than', 'much more than', 'considerably more than',
    'significantly more than', 'substantially more than', 'far above', 'well in excess of'),
  ...before('over', 'over', 'more than', 'above', 'at least', 'upwards of', 'upward of', 'in excess of',
    'just over', 'just above', 'a little over', 'slightly more than', 'slightly over', 'no less than', 'no fewer than',
    'not less than', 'north of', 'greater than', 'exceeding', 'a minimum of', '>'),
  ...after('over', '- plus', '+', 'or more', 'plus', 'and counting', 'or higher'),
  ...before('under', 'under', 'less than', 'fewer than', 'below', 'at most', 'up to', 'no more than',
    'not more than', 'as much as', 'as many as', 'a maximum of', 'south of', 'well under', 'well below', 'sub -', '<'),
  ...after('under', 'or less', 'or fewer', 'at most'),
].sort((one, other) => other.words.length - one.words.length);

/** Verbs that "over" belongs to: "turned over $3bn". */
export const VERBS_WITH_OVER =
  /^(?:turn|turns|turned|turning|hand|hands|handed|handing|fork|forks|forked)$/;

/** What leads to the unit of a rate: "a year", "per head". */
export const RATE_OPENERS: ReadonlySet<string> = new Set(['a', 'an', 'per', 'each', 'every']);
/** Words that say an amount is per stretch of time, to the unit of that time. */
export const RATE_WORDS: ReadonlyMap<string, string> = new Map([
  ['annually', 'a'],
  ['yearly', 'a'],
  ['weekly', 'wk'],
  ['monthly', 'mo'],
  ['daily', 'd'],
  ['hourly', 'h'],
  ['quarterly', 'qtr'],
]);
export const RATE_UNITS: ReadonlyMap<string, string> = new Map([
  ['year', 'a'],
  ['week', 'wk'],
  ['month', 'mo'],
  ['day', 'd'],
  ['hour', 'h'],
  ['minute', 'min'],
  ['second', 's'],
  ['quarter', 'qtr'],
  ['head', 'each'],
]);
