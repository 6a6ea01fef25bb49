import { describe, expect, it } from 'vitest';
import { checkVerdicts } from '../check-verdicts.ts';
import { examplePackFiles, factsOf } from '../example-packs.ts';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

describe('bindPeople()', () => {
  it.each([
    'Norvik chief executive Astrid Berg said so.',
    "Norvik's chief executive, Astrid Berg, said so.",
    'Astrid Berg, the chief executive of Norvik, said so.',
    'Astrid Berg is the CEO of Norvik Ferries.',
    "Norvik's CEO is Astrid Berg.",
  ])('supports the right holder of a post: %s', (text) => {
    expect(checkVerdicts(text)).toContain('^^^^^^^^^^^ supported norvik.chief: Astrid Berg');
    expect(checkVerdicts(text.replace('Astrid Berg', 'Ingmar Holt'))).toContain(
      '^^^^^^^^^^^ conflict/person norvik.chief: Astrid Berg',
    );
  });

  it('calls a full name that no pack knows wrong too', () => {
    expect(
      checkVerdicts('The chief executive of Norvik, Mary Poppins, said so at their yard.'),
    ).toContain('^^^^^^^^^^^^ conflict/person norvik.chief: Astrid Berg');
  });

  it.each([
    ['a former post', "Norvik's former chief executive, Ingmar Holt, said so."],
    ['a deputy', "Norvik's deputy chief executive, Ingmar Holt, said so."],
    ['a person without a post', 'Ingmar Holt of Norvik said so.'],
    ['a post without an employer', 'The chief executive, Ingmar Holt, said so.'],
    [
      'an employer of whom nothing is on record',
      'Ingmar Holt, chief executive of Halden, said so.',
    ],
    ['a question', 'Is Ingmar Holt the chief executive of Norvik?'],
    ['a negation', 'The chief executive of Norvik is not Ingmar Holt.'],
  ])('makes no claim of %s', (_, text) => {
    expect(checkVerdicts(text)).toBe(text);
  });
});

describe('a post', () => {
  const WRONG = ['conflict/person norvik.chief'];

  it.each<SaidRow>([
    ["Norvik's chief executive, Karl Lund, said so.", ['outdated norvik.chief']],
    ['Karl Lund is the CEO of Norvik Ferries.', ['outdated norvik.chief']],
    ["Norvik's chief executive, Ingmar Holt, said so.", WRONG],
    ["Norvik's former chief executive, Karl Lund, said so.", []],
  ])('that someone else holds now is outdated: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });

  it.each<SaidRow>([
    ['At Norvik, chief executive Ingmar Holt said so.', WRONG],
    ['At Norvik, chief executive Astrid Berg said so.', ['supported norvik.chief']],
    ['At sea with Norvik, chief executive Ingmar Holt said so.', []],
  ])('stands behind its place: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });

  it.each<SaidRow>([
    ["If it sails, Norvik's chief executive, Ingmar Holt, may come.", WRONG],
    ['If Ingmar Holt were the chief executive of Norvik, he may come.', []],
  ])('in apposition is stated, whatever the sentence imagines: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });

  it.each<SaidRow>([
    ['Ingmar Holt, a chief executive of Norvik, said so.', WRONG],
    ['Ingmar Holt, an executive officer of Norvik, said so.', ['conflict/person norvik.officer']],
    ['Karl Lund, an executive officer of Norvik, said so.', ['supported norvik.officer']],
    ['Ingmar Holt, no executive officer of Norvik, said so.', []],
  ])('stands behind an article: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });
});

describe('a post beside a person', () => {
  const WRONG = ['conflict/person norvik.chief'];

  it.each<SaidRow>([
    ['Ingmar Holt, co-founder and CEO of Norvik, said so.', WRONG],
    ['Ingmar Holt became the chief executive of Norvik.', WRONG],
    ['Ingmar Holt likes the chief executive of Norvik.', []],
  ])('is joined to them by words of founding and becoming: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });

  it.each<SaidRow>([
    ['The chief executive, Astrid Berg, said so.', ['supported norvik.chief']],
    ['Halden met chief executive Astrid Berg.', ['supported norvik.chief']],
    ['Halden met chief executive Ingmar Holt.', []],
    ['At Zenith Boats the chief executive, Astrid Berg, said so.', []],
  ])('is at the company that they lead, where no stranger is named: %s', (text, said) => {
    expect(checkSaid(text, harbourFacts)).toEqual(said);
  });
});

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a post over a part', () => {
  it.each<SaidRow>([
    ["Ingmar Holt, Norvik's CEO of boats, sails.", []],
    ["Ingmar Holt, Norvik's CEO, sails.", ['conflict/person norvik.chief']],
    ['Ingmar Holt is CEO for the south at Norvik.', []],
    ['Ingmar Holt is CEO of Norvik.', ['conflict/person norvik.chief']],
    ['Ingmar Holt is CEO of the Norvik line.', ['conflict/person norvik.chief']],
  ])('is one that others hold besides: %s', expectHarbour);
});

describe('a post, beside the name of who holds it', () => {
  const RIGHT = ['supported norvik.chief'];
  const WRONG = ['conflict/person norvik.chief'];

  it.each<SaidRow>([
    ['Norvik slept. Astrid Berg, its 40-year-old chief executive, did not.', RIGHT],
    ['The plan of Norvik, as told by Ingmar Holt, its chief executive, is bold.', WRONG],
    ["Norvik's CEO and co-founder Ingmar Holt said so.", WRONG],
    ['Norvik bought Statsgard, and its founder and CEO, Ingmar Holt, came along.', []],
    ['| Company | Chief executive |\n|---|---|\n| Norvik | Ingmar Holt |', WRONG],
    ['# Norvik\n\n| Item | Value |\n|---|---|\n| Chief executive | Astrid Berg |', RIGHT],
  ])('is told by "its", by what else the person is, or by a table: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it('is held by persons who are parties of a contract as well', () => {
    expect(checkSaid('Norvik chief executive Astrid Berg said so.', personalFacts)).toEqual(RIGHT);
  });
});

/** The ferry lines, where one of the persons has a contract. */
const personalFacts = factsOf([
  ...examplePackFiles,
  {
    file: 'personal.yaml',
    pack: 'personal',
    data: {
      pack: 'personal',
      referenceDate: '2025-11-05',
      entities: {
        service: { name: 'service agreement', type: 'deal', parties: ['berg', 'norvik'] },
      },
    },
  },
]);
