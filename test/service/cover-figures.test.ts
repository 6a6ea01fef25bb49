import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import { checkDraft } from '../../server/core/index.ts';
import { type Coverage, coverFigures } from '../../server/service/cover-figures.ts';
import type { NotFact, SeedReport } from '../../server/service/seed-record.ts';

const TEXT = [
  'The Works was valued at $4 million in May 2024.',
  'It employs 250 people, up 2.5% today; 5% of them are new.',
  'A 3 minute read',
  'It was founded in May and it moved in May, said the Trade Board.',
].join('\n');

const VALUE = { line: 1, exact: '$4 million' };

describe('coverFigures()', () => {
  it('lists what nothing points to, at its place', () => {
    const coverage = cover({ references: [VALUE] });
    expect(uncovered(coverage)).toEqual([
      '1:39 May 2024',
      '2:12 250',
      '2:27 2.5%',
      '2:32 today',
      '2:39 5%',
      '3:3 3 minute',
      '4:19 May',
      '4:39 May',
    ]);
    expect(coverage).toMatchObject({ figures: 9, covered: 1, sources: ['report'], leftOut: [] });
  });

  it('takes a figure as covered where the printed words overlap it on its line', () => {
    const exact = 'at $4 million in May 2024';
    expect(uncovered(cover({ references: [{ line: 1, exact }] }))[0]).toBe('2:12 250');
  });

  it('does not find a figure inside another', () => {
    const { uncovered: left } = cover({ references: [{ line: 2, exact: '5%' }] });
    const texts = left.map(({ figure }) => figure.surface);
    expect(texts).toContain('2.5%');
    expect(texts).not.toContain('5%');
  });

  it('counts a figure once, however many statements refer to it', () => {
    expect(cover({ references: [VALUE, VALUE] })).toMatchObject({ figures: 9, covered: 1 });
  });

  it('covers the time and the qualifiers that a report gives', () => {
    const { problems, covered } = cover({
      references: [VALUE],
      reports: [
        { statement: 'works.it', ...VALUE, gives: 'value' },
        { statement: 'works.it', line: 1, exact: 'May 2024', gives: 'time' },
        { statement: 'works.it', line: 4, exact: 'Trade Board', gives: 'valuer' },
      ],
    });
    expect(problems).toEqual([]);
    expect(covered).toBe(2);
  });

  it('lets pass what is said to be no fact, and counts it by class', () => {
    const coverage = cover({
      notFacts: [
        { line: 3, exact: '3 minute', class: 'page-furniture', reason: 'How long it takes' },
        { line: 2, exact: 'today', class: 'idiom', reason: 'No date is meant' },
      ],
    });
    expect([...coverage.notFacts]).toEqual([
      ['page-furniture', 1],
      ['idiom', 1],
    ]);
    expect(coverage.problems).toEqual([]);
    expect(uncovered(coverage)).not.toContain('3:3 3 minute');
  });

  it.each<[string, Given, string, string]>([
    [
      'words that are not on the line',
      { references: [{ line: 2, exact: '$4 million' }] },
      'not-on-line',
      '"$4 million" does not stand on line 2 of source "report"',
    ],
    [
      'a line that is not there',
      { notFacts: [{ line: 9, exact: '250', class: 'idiom', reason: 'x' }] },
      'not-on-line',
      '"250" does not stand on line 9 of source "report"',
    ],
    [
      'words that are several figures',
      { references: [{ line: 4, exact: 'May' }] },
      'several-places',
      '"May" is 2 figures of line 4; give more of the words beside the one that is meant',
    ],
    [
      'a no-fact that is no figure',
      { notFacts: [{ line: 2, exact: 'people', class: 'idiom', reason: 'x' }] },
      'no-figure',
      'No figure is read there; what is no figure needs no entry',
    ],
    [
      'a no-fact that a statement refers to',
      {
        references: [VALUE],
        notFacts: [{ ...VALUE, class: 'idiom', reason: 'x' }],
      },
      'is-referenced',
      '"$4 million" is called no fact here, and a statement refers to it',
    ],
    [
      'a report of a statement that there is not',
      { reports: [{ statement: 'works.that', ...VALUE, gives: 'value' }] },
      'unknown-statement',
      'Unknown statement "works.that"',
    ],
    [
      'a report that no reference answers',
      { reports: [{ statement: 'works.it', ...VALUE, line: 2, gives: 'value' }] },
      'no-such-reference',
      'No reference of "works.it" is to line 2 of this source and "$4 million"',
    ],
    [
      'a report of another time',
      { reports: [{ statement: 'works.it', line: 2, exact: 'today', gives: 'time' }] },
      'other-value',
      '"today" does not give the time of "works.it", which is 2024-05',
    ],
    [
      'a report of another qualifier',
      { reports: [{ statement: 'works.it', line: 1, exact: 'The Works', gives: 'valuer' }] },
      'other-value',
      '"The Works" does not give the valuer of "works.it", which is board',
    ],
    [
      'a report of a qualifier that is not on record',
      { reports: [{ statement: 'works.it', line: 1, exact: 'May 2024', gives: 'place' }] },
      'other-value',
      '"May 2024" does not give the place of "works.it", which has none',
    ],
  ])('finds %s', (_, given, code, message) => {
    const { problems } = cover(given);
    expect(problems.map((one) => [one.code, one.message])).toContainEqual([code, message]);
  });

  it('says which entry a problem is about', () => {
    const notFacts: NotFact[] = [{ line: 9, exact: '250', class: 'idiom', reason: 'x' }];
    const given = { references: [VALUE, { line: 4, exact: 'May' }], notFacts };
    expect(cover(given).problems).toEqual([
      expect.objectContaining({ entry: { kind: 'reference', statement: 'works.it', index: 1 } }),
      expect.objectContaining({ entry: { kind: 'not-fact', source: 'report', index: 0 } }),
    ]);
  });

  it('passes over the names of those who make deals, which are values only where the record has them', () => {
    const text = 'The Works is backed by Mill Bros.';
    const facts = factsWith([{ line: 1, exact: 'is' }], {
      types: { deal: { label: 'deal' } },
      properties: {
        investor: {
          label: 'investor',
          subject: ['company'],
          kind: 'name',
          valueType: 'company',
          cardinality: 'open',
          cues: ['backed by'],
        },
      },
      entities: {
        mill: { name: 'Mill Bros', type: 'company' },
        order: { name: 'the order', type: 'deal', parties: ['works', 'mill'] },
      },
      statements: [
        {
          id: 'works.investor',
          subject: 'works',
          property: 'investor',
          value: 'mill',
          references: [{ source: 'report', line: 1, exact: 'The Works' }],
        },
      ],
    });
    const draft = checkDraft(text, facts, { language: 'plaintext' });
    expect(draft.figures.map(({ figure }) => figure.surface)).toEqual(['Mill Bros']);
    expect(uncovered(coverFigures(facts, new Map([['report', text]]), []))).toEqual([]);
  });

  it('finds a record of what is no source', () => {
    const seed = { id: 'reprot', reports: [], notFacts: [] };
    expect(coverFigures(factsWith([VALUE]), new Map(), [seed]).problems).toEqual([
      {
        entry: { kind: 'seed', source: 'reprot' },
        code: 'unknown-source',
        message: 'Unknown source "reprot"',
      },
    ]);
  });

  it('leaves out sources whose text is not at hand, and names them', () => {
    expect(coverFigures(factsWith([VALUE]), new Map(), [])).toMatchObject({
      sources: [],
      leftOut: ['report'],
      figures: 0,
    });
  });
});

interface Given {
  readonly references?: readonly { readonly line: number; readonly exact: string }[];
  readonly reports?: readonly SeedReport[];
  readonly notFacts?: readonly NotFact[];
}

function cover({ references = [VALUE], reports = [], notFacts = [] }: Given): Coverage {
  const seed = { id: 'report', reports, notFacts };
  return coverFigures(factsWith(references), new Map([['report', TEXT]]), [seed]);
}

function uncovered(coverage: Coverage): readonly string[] {
  return coverage.uncovered.map(
    ({ line, column, figure }) => `${line}:${column} ${figure.surface}`,
  );
}

/** What a pack has beside the one statement that all tests share. */
interface More {
  readonly types?: object;
  readonly properties?: object;
  readonly entities?: object;
  readonly statements?: readonly object[];
}

function factsWith(references: NonNullable<Given['references']>, more: More = {}) {
  const data = {
    referenceDate: '2025-11-05',
    types: { company: { label: 'company' }, body: { label: 'body' }, ...more.types },
    properties: {
      valuation: { label: 'valuation', subject: ['company'], kind: 'money' },
      ...more.properties,
    },
    entities: {
      works: { name: 'The Works', type: 'company' },
      board: { name: 'Trade Board', type: 'body' },
      ...more.entities,
    },
    sources: { report: { title: 'A report' } },
    statements: [
      {
        id: 'works.it',
        subject: 'works',
        property: 'valuation',
        value: '$4 million',
        time: '2024-05',
        qualifiers: { valuer: 'board' },
        references: references.map((one) => ({ source: 'report', ...one })),
      },
      ...(more.statements ?? []),
    ],
  };
  const { facts, issues } = buildFactBase([{ file: 'a.yaml', pack: 'a', data }]);
  expect(issues).toEqual([]);
  return facts;
}
