import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/core/index.ts';
import { checkFixed } from '../check-verdicts.ts';
import { exampleFacts } from '../example-packs.ts';
import { expectKnownMistake } from '../known-mistake.ts';

const worth = (value: string): string => `Norvik's deal with Skagen Yards is worth ${value}.`;

/** The fixes of the first claim: what takes the place of what, and who says so. */
function fixesOf(text: string): readonly string[] {
  const [claim] = checkDraft(text, exampleFacts, {
    language: 'markdown',
    asOf: '2025-11-05',
  }).claims;
  return (claim?.fixes ?? []).map(({ span, text: by, preferred, source }) => {
    const who = source === null ? '' : ` (${source})`;
    return `${preferred ? '*' : ''}${text.slice(span.start, span.end)} → ${by}${who}`;
  });
}

describe('buildFixes()', () => {
  it.each([
    ['the record’s value for a conflict', worth('$40m'), ['*$40m → $38m']],
    [
      'each value where sources disagree',
      'Halden employs 4,600 people.',
      ['4,600 → 4,000 (The Courier)'],
    ],
    [
      'what most sources state for the value of a lesser one',
      'Norvik is valued at $540m.',
      ['$540m → $500m (The Courier; Harbour News)'],
    ],
    ['the present value for an outdated one', 'Norvik is valued at $300m.', ['*$300m → $500m']],
    ['the coarser value for one that is too fine', worth('$38.2m'), ['*$38.2m → $38m']],
    ['nothing for what is right', worth('$38m'), []],
    ['the value in the writer’s currency', worth('£31m'), ['*£31m → £29m']],
    [
      'the verb of the other direction',
      'Norvik fell 20.2% in the third quarter.',
      ['*fell → rose'],
    ],
    [
      'the verb with the figure where both are wrong',
      'Norvik fell 12% in the third quarter.',
      ['*fell 12% → rose 20.2%'],
    ],
    [
      'the sign with the figure where both are wrong',
      'Norvik grew -12% in the third quarter.',
      ['*-12% → +20.2%'],
    ],
    ['the sign where one is written', 'Norvik grew -20.2% in the third quarter.', ['*- → +']],
    [
      'the members of a set',
      'Norvik signed with Skagen Yards for ships fitted with K20 engines.',
      ['*K20 → K12 and K16'],
    ],
    [
      'the member of a set that differs',
      'Norvik signed with Skagen Yards for ships fitted with K12 and K20 engines.',
      ['*K20 → K16'],
    ],
    [
      'the member of a set that differs, at the head of it',
      'Norvik signed with Skagen Yards for ships fitted with K20s and K12s.',
      ['*K20s → K16s'],
    ],
    [
      'the set where it has fewer members',
      'Norvik signed with Skagen Yards for ships fitted with K12, K16 and K20 engines.',
      ['*K12, K16 and K20 → K12 and K16'],
    ],
    [
      'the member of a set that differs, without its article',
      'Norvik signed with Skagen Yards for ships fitted with the K12 and the K20 engines.',
      ['*K20 → K16'],
    ],
    ['a surname for a surname', 'Holt, the chief executive of Norvik, said so.', ['*Holt → Berg']],
    [
      'the whole name after a form of address',
      'Norvik chief executive Mr Holt said so there.',
      ['*Mr Holt → Astrid Berg'],
    ],
    [
      'the name of a person',
      'Norvik chief executive Ingmar Holt said so there.',
      ['*Ingmar Holt → Astrid Berg'],
    ],
    [
      'one value in place of a range, with its "between"',
      worth('between $41m and $44m'),
      ['*between $41m and $44m → $38m'],
    ],
  ])('offers %s', (_, text, fixes) => {
    expect(fixesOf(text)).toEqual(fixes);
  });

  it.each([
    ['emphasis around it', '**$40 million**', '**$38 million**'],
    ['emphasis around a part that stays', '$40 **million**', '$38 **million**'],
    ['a link', '[$40 million](https://x.example/40)', '[$38 million](https://x.example/40)'],
    ['an entity', '&pound;31&nbsp;million', '&pound;29&nbsp;million'],
    ['an escape', '\\$40 million', '\\$38 million'],
    ['a narrow space', '$40\u202fmillion', '$38\u202fmillion'],
    ['a line break', '$40\nmillion', '$38\nmillion'],
    ['a comment', '$40 <!-- sic --> million', '$38 <!-- sic --> million'],
    ['tags', '$40 <b>million</b>', '$38 <b>million</b>'],
  ])('leaves %s as it is', (_, written, fixed) => {
    expect(checkFixed(worth(written))).toBe(worth(fixed));
  });

  it('corrects every figure of a draft at its own place', () => {
    expect(
      checkFixed(
        'Norvik signed a **five-year** pact with Skagen Yards. Norvik employs 1,300 people and took in $36m last quarter.',
      ),
    ).toBe(
      'Norvik signed a **seven-year** pact with Skagen Yards. Norvik employs 1,250 people and took in $33m last quarter.',
    );
  });

  it.each([
    ['$**40** million', '$**38** million'],
    ['$*4*0 million', '$*38* million'],
    ['$4<b>0</b> million', '$38<b></b> million'],
    ['$**40**&nbsp;million', '$**38**&nbsp;million'],
    ['$40\u00a0000\u00a0000', '$38\u00a0000\u00a0000'],
  ])('keeps the marks inside a figure: %s becomes %s', (written, fixed) => {
    expect(checkFixed(worth(written))).toBe(worth(fixed));
  });

  it.each([
    ['an 11-year pact', 'a 7-year pact'],
    ['**an 11-year** pact', '**a 7-year** pact'],
    ['a **9-year** pact', 'a **7-year** pact'],
  ])('changes the article with its figure: %s becomes %s', (written, fixed) => {
    expect(checkFixed(`Norvik signed ${written} with Skagen Yards.`)).toBe(
      `Norvik signed ${fixed} with Skagen Yards.`,
    );
  });

  it('knows a mistake: marks that open between an article and its figure', () => {
    expectKnownMistake(checkFixed('Norvik signed an **11-year** pact with Skagen Yards.'), {
      today: 'Norvik signed a 7**-year** pact with Skagen Yards.',
      right: 'Norvik signed a **7-year** pact with Skagen Yards.',
    });
  });

  it('keeps the marks around one word of a figure', () => {
    expect(checkFixed('Norvik signed a *five*-year pact with Skagen Yards.')).toBe(
      'Norvik signed a *seven*-year pact with Skagen Yards.',
    );
  });

  it.each([
    ['nearly $45 million', '$38 million'],
    ['well over $40 million', '$38 million'],
    ['up to $30 million', '$38 million'],
    ['$45 million or more', '$38 million'],
    ['about $45 million', 'about $38 million'],
    ['above $40 million', 'above $38 million'],
  ])('drops a hedge that was true of the wrong number only: %s becomes %s', (written, fixed) => {
    expect(checkFixed(worth(written))).toBe(worth(fixed));
  });

  it('keeps the capital of a sentence that began with the hedge', () => {
    expect(checkFixed('Nearly 1,400 people are on the staff of Norvik.')).toBe(
      '1,250 people are on the staff of Norvik.',
    );
  });

  it.each([
    ['on Monday', 'on October 1'],
    ['last Monday', 'last Monday'],
    ['on Monday, October 3', 'on Wednesday, October 1'],
    ['on Mon. 3 Oct 2025', 'on Wed. 1 Oct 2025'],
    ['in October, 2024', 'in October, 2025'],
    ['on October 3-5', 'on October 3-5'],
  ])('writes a weekday only for the last seven days: %s becomes %s', (written, fixed) => {
    const signed = 'Norvik and Skagen Yards signed the pact';
    expect(checkFixed(`${signed} ${written}.`)).toBe(`${signed} ${fixed}.`);
  });
});
