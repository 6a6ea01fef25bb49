import type { ExpectedClaim, LabelledDraft } from './read-labels.ts';

/** A labelled draft with one right figure replaced by one that was misremembered. */
export interface Misremembered {
  readonly text: string;
  /** Where the wrong figure stands in the text; UTF-16 code units. */
  readonly span: { readonly start: number; readonly end: number };
}

/** A draft once for each right figure that can be misremembered, with that one wrong and all else as it was. */
export function misrememberedDrafts({ text, expect }: LabelledDraft): readonly Misremembered[] {
  return expect.flatMap(({ verdict, surface, span }: ExpectedClaim) => {
    const wrong = verdict === 'supported' ? misremember(surface) : undefined;
    if (wrong === undefined) return [];
    const altered = text.slice(0, span.start) + wrong + text.slice(span.end);
    return [{ text: altered, span: { start: span.start, end: span.start + wrong.length } }];
  });
}

/**
 * A value of like size in place of the one that a figure has, always the same one: "$38 billion" becomes "$48 billion", "seven
 * years" five, "November 3" another day. Undefined for names and for words that hold no number.
 */
export function misremember(surface: string): string | undefined {
  const month = MONTHS.findIndex((name) => surface.includes(name));
  if (month >= 0) return otherDate(surface, month);
  const day = DAYS.indexOf(surface);
  if (day >= 0) return DAYS[(day + 2) % DAYS.length];
  const year = /\b(?:19|20)\d\d\b/.exec(surface)?.[0];
  if (year !== undefined) return surface.replace(year, String(Number(year) + 2));
  const number = /\d[\d,]*(?:\.\d+)?/.exec(surface)?.[0];
  if (number !== undefined) return surface.replace(number, otherNumber(number));
  const word = WORD.exec(surface)?.[0];
  return word && surface.replace(word, WORDS.get(word.toLowerCase()) ?? word);
}

function otherDate(surface: string, month: number): string {
  const day = /\b\d{1,2}\b/.exec(surface)?.[0];
  if (day !== undefined) return surface.replace(day, String((Number(day) % 27) + 2));
  const name = MONTHS[month] ?? '';
  return surface.replace(name, MONTHS[(month + 10) % MONTHS.length] ?? name);
}

/** A quarter more, with as many decimals, or a round number for a round one. */
function otherNumber(written: string): string {
  const digits = written.replaceAll(',', '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const value = Number(digits);
  const isRound = decimals === 0 && value >= 100 && value % 50 === 0;
  const more = value < 10 && decimals === 0 ? value + 2 : value * 1.26;
  const other = isRound ? Math.round(more / 50) * 50 : Number(more.toFixed(decimals));
  return written.includes(',')
    ? other.toLocaleString('en-US')
    : isRound
      ? String(other)
      : more.toFixed(decimals);
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS = 'Monday Tuesday Wednesday Thursday Friday'.split(' ');
const WORDS: ReadonlyMap<string, string> = new Map([
  ['one', 'four'],
  ['two', 'five'],
  ['three', 'five'],
  ['four', 'six'],
  ['five', 'eight'],
  ['six', 'nine'],
  ['seven', 'five'],
  ['eight', 'six'],
  ['nine', 'seven'],
  ['ten', 'fifteen'],
]);
const WORD = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/i;
