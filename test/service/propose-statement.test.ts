import { describe, expect, it } from 'vitest';
import {
  type Proposed,
  proposeStatement,
  type Settled,
} from '../../server/service/propose-statement.ts';
import { exampleFacts } from '../core/example-packs.ts';

describe('proposeStatement()', () => {
  it.each([
    [
      'the value as printed, hedge included',
      'Halden employs about 900 people.',
      'halden staff = about 900 @ 2025-11-04 inferred "about 900"',
    ],
    [
      'a time that is printed',
      'Halden took in $41.5 million in the second quarter of 2025.',
      'halden revenue = $41.5 million @ 2025-Q2 printed "$41.5 million"',
    ],
    [
      'a time that is counted from the date of the text',
      'Halden took in $41.5 million last quarter.',
      'halden revenue = $41.5 million @ 2025-Q3 inferred "$41.5 million"',
    ],
    [
      'the sign that a verb gives',
      'Sales of Halden fell 3.5% in the second quarter of 2025, its growth.',
      'halden growth = -3.5% @ 2025-Q2 printed "3.5%"',
    ],
    [
      'a deal by its parties',
      'Norvik and Halden signed a nine-year pact.',
      'norvik-halden term = nine-year @ none printed "nine-year"',
    ],
    [
      'a day as an ISO date',
      'Norvik signed its deal with Halden on 12 May 2025.',
      'norvik-halden signed = 2025-05-12 @ none printed "12 May 2025"',
    ],
    [
      'whom a pronoun means',
      'Halden Line sails on. It employs 900 people.',
      'halden staff = 900 @ 2025-11-04 inferred "900"',
    ],
  ])('reads %s', (_, text, expected) => {
    expect(shown(propose(text), text)).toBe(expected);
  });

  it.each([
    [
      'a time that is inferred',
      'Halden employs 900 people.',
      'Stated as current in a text of 2025-11-04',
    ],
    [
      'a time that is counted',
      'Halden took in $41 million last quarter.',
      '"last quarter" is counted from 2025-11-04, the date of the source',
    ],
    ['a sign', 'Halden fell 3.5% in 2025-Q2 in growth.', 'The verb gives the sign'],
  ])('notes how %s was resolved', (_, text, note) => {
    expect(noteOf(propose(text))).toContain(note);
  });

  it('leaves out what is printed from the note', () => {
    expect(noteOf(propose('Halden took in $41.5 million in 2024.'))).toBeNull();
  });

  describe('asks for', () => {
    it.each([
      [
        'the figure where several are stated',
        'Halden employs 900 people and is valued at $70 million.',
        'figure: 900, $70 million',
      ],
      [
        'the subject where nobody is named',
        'Revenue came to $41 million in 2024.',
        'subject: Norvik Ferries, Halden Line, Skagen Yards',
      ],
      [
        'the property where no word names it',
        'Halden won 4% in 2024.',
        'property: market share, revenue growth',
      ],
      [
        'both where neither is said',
        'It was $7 million.',
        'property: deal value, revenue, valuation; subject: Norvik Ferries',
      ],
    ])('%s', (_, text, expected) => {
      expect(shown(propose(text), text)).toContain(expected);
    });

    it('the subject, telling a name that is not on record', () => {
      const proposed = propose('Tarnholm Boats employs 900 people.');
      const [question] = proposed.kind === 'questions' ? proposed.questions : [];
      expect(question).toMatchObject({
        about: 'subject',
        prompt: 'Who or what is 900 about? (not on record: Tarnholm Boats)',
      });
    });

    it('the time where the value moves and nothing gives it', () => {
      const text = 'Halden is valued at $70 million.';
      expect(shown(propose(text, {}, null), text)).toContain(
        'time: 2025-11-05, 2025-11, 2025-Q3, 2025',
      );
    });
  });

  it('takes what is settled', () => {
    const text = 'Halden won 4% in 2024, and 900 jobs.';
    const settled = { figure: '4%', property: 'share', subject: 'skagen', time: '2023' };
    expect(shown(propose(text, settled), text)).toBe('skagen share = 4% @ 2023 inferred "4%"');
  });

  it('takes a figure that stands twice by its number', () => {
    const text = 'Halden employs 900 people, and 900 staff.';
    expect(shown(propose(text, { figure: '2' }), text)).toContain('"900"');
  });

  describe('knows what is on record', () => {
    it.each([
      [
        'the same in other words',
        'The deal of Norvik with Skagen is worth $38m.',
        ['norvik-skagen.value'],
      ],
      [
        'another currency of the value',
        'The deal of Norvik with Skagen is worth £29m.',
        ['norvik-skagen.value'],
      ],
      [
        'a value that only some state',
        'Norvik Ferries is valued at $540 million.',
        ['norvik.valuation.other'],
      ],
      ['another value', 'The deal of Norvik with Skagen is worth $44m.', []],
      ['a rounder value', 'The deal of Norvik with Skagen is worth $40m.', []],
    ])('%s', (_, text, ids) => {
      const proposed = propose(text);
      expect(proposed.kind === 'proposal' && proposed.proposal.onRecord).toEqual(ids);
    });

    it('keeps the time of what is on record', () => {
      const text = 'Norvik Ferries is valued at $540 million.';
      expect(shown(propose(text), text)).toContain('@ 2025-10 ');
    });

    it('dates another value by the text', () => {
      const text = 'Norvik Ferries is valued at $610 million.';
      expect(shown(propose(text), text)).toContain('@ 2025-11-04 inferred');
    });

    it('takes another time that is printed for another statement', () => {
      const proposed = propose('Norvik Ferries is valued at $540 million in May 2024.');
      expect(proposed.kind === 'proposal' && proposed.proposal).toMatchObject({
        time: '2024-05',
        onRecord: [],
      });
    });

    it('takes another time for another statement', () => {
      const text = 'Norvik Ferries is valued at $540 million.';
      const proposed = propose(text, { time: '2025-11' });
      expect(proposed.kind === 'proposal' && proposed.proposal.onRecord).toEqual([]);
    });
  });

  it('reads the sentence at an empty span alone', () => {
    const text = 'Halden employs 900 people. Skagen employs 70 people.';
    const at = text.indexOf('Skagen');
    const passage = {
      text,
      language: 'plaintext',
      span: { start: at, end: at },
      date: '2025-11-04',
    } as const;
    expect(shown(proposeStatement(passage, {}, exampleFacts), text)).toContain('skagen staff = 70');
  });

  it('points to the printed characters under markup', () => {
    const text = 'Halden employs **about 900** people.';
    const passage = {
      text,
      language: 'markdown',
      span: { start: 0, end: text.length },
      date: '2025-11-04',
    } as const;
    const proposed = proposeStatement(passage, {}, exampleFacts);
    expect(shown(proposed, text)).toContain('staff = about 900 @');
  });

  it('says that nothing is stated', () => {
    expect(propose('Nothing to see here.')).toEqual({
      kind: 'nothing',
      message: 'No figure and no name on record can be read here',
    });
  });

  it('records nothing that runs over two lines', () => {
    expect(propose('Halden employs about\n900 people.')).toMatchObject({
      kind: 'nothing',
      message: '"about 900" runs over two lines; a reference points to one',
    });
  });
});

function propose(
  text: string,
  settled: Settled = {},
  date: string | null = '2025-11-04',
): Proposed {
  const span = { start: 0, end: text.length };
  return proposeStatement({ text, language: 'plaintext', span, date }, settled, exampleFacts);
}

/** A proposal, or the questions with their first options, in one line. */
function shown(proposed: Proposed, text: string): string {
  if (proposed.kind === 'nothing') return proposed.message;
  if (proposed.kind === 'questions') {
    return proposed.questions
      .map(({ about, options }) => `${about}: ${options.map(({ label }) => label).join(', ')}`)
      .join('; ');
  }
  const { subject, property, value, time, timeBasis, exact, span } = proposed.proposal;
  expect(text.slice(span.start, span.end)).toBe(exact);
  return `${subject} ${property} = ${value} @ ${time ?? 'none'} ${timeBasis} "${exact}"`;
}

function noteOf(proposed: Proposed): string | null | undefined {
  return proposed.kind === 'proposal' ? proposed.proposal.note : undefined;
}
