import { describe, expect, it } from 'vitest';
import { checkDraft, type DraftOptions } from '../../server/core/index.ts';
import { SEEDED } from './arbitraries.ts';
import { exampleFacts, factsOf } from './example-packs.ts';
import { laws } from './properties.ts';

/** A few texts, the same in every run; `npm run fuzz` takes new ones for as long as one likes. */
const FEW = { ...SEEDED, numRuns: 15 };

describe('checkDraft()', () => {
  it.each(Object.entries(laws))('%s', (_, law) => {
    law(FEW);
  });
});

describe('the day of a draft', () => {
  /** The day and where it is from. */
  const dayOf = (text: string, asOf?: string): string => {
    const options: DraftOptions = { language: 'markdown', ...(asOf === undefined ? {} : { asOf }) };
    const reading = checkDraft(text, exampleFacts, options);
    return `${reading.asOf} ${reading.asOfBasis}`;
  };

  it('is that of the record, of the caller, of the front matter, each before the last', () => {
    expect(dayOf('They sail.')).toBe('2025-11-05 reference-date');
    expect(dayOf('They sail.', '2025-12-24')).toBe('2025-12-24 option');
    expect(dayOf('---\ndate: 2024-02-29\n---\nThey sail.', '2025-12-24')).toBe(
      '2024-02-29 front-matter',
    );
  });

  it.each([
    ['2024-02-29T10:30:00Z', '2024-02-29'],
    ['"2024-02-29"', '2024-02-29'],
    ['29 February 2024', '2024-02-29'],
    ['Feb. 29, 2024', '2024-02-29'],
    ['Thursday, 29 February 2024', '2024-02-29'],
  ])('is read from the front matter as %s', (written, day) => {
    expect(dayOf(`---\ndate: ${written}\n---\n`)).toBe(`${day} front-matter`);
  });

  it.each(['soon', '', '29 February', '12345678901234567890'])(
    'is not taken from a date that is none: %j',
    (written) => {
      expect(dayOf(`---\ndate: ${written}\n---\n`)).toBe('2025-11-05 reference-date');
      expect(dayOf('They sail.', written)).toBe('2025-11-05 reference-date');
    },
  );
});

describe('a day that does not exist', () => {
  it('leaves the reference date as the day of the draft', () => {
    const text = '---\ndate: 2024-02-30\n---\n';
    const { asOf } = checkDraft(text, exampleFacts, { language: 'markdown' });
    expect(asOf).toBe('2025-11-05');
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
    ['line ends alone', '\r\n\n\r'],
    ['control characters', '\0\u0007\u001b[31m'],
    ['a lone surrogate in a figure', '$3\ud8008 million'],
    ['marks that never close', '**[`<!-- ~~ | > - 1. $'],
    ['a table without an end', '| a |\n|---|'],
    ['front matter without an end', '---\ntitle: a'],
    ['a number past every bound', `It costs $${'9'.repeat(400)} million.`],
    ['an exponent', 'It costs $1e999999999.'],
  ])('is a draft like any other: %s', (_, text) => {
    const reading = checkDraft(text, exampleFacts, { language: 'markdown' });
    expect(reading.text).toBe(text);
    expect(reading.claims.filter(({ verdict }) => verdict !== 'supported')).toEqual([]);
  });

  it('finds nothing on an empty record', () => {
    const { claims } = checkDraft('Norvik employs 1,300 people.', factsOf([]), {
      language: 'markdown',
    });
    expect(claims).toEqual([]);
  });
});
