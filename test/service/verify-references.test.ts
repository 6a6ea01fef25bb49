import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import { verifyReferences } from '../../server/service/verify-references.ts';

const TEXT = [
  'A works worth $4 million',
  'It employs 250 people.',
  'The share fell 3.5 per cent on Monday.',
  'Ada Lane runs it, said nobody.',
  'It is kept by version 3.2 of its software.',
].join('\n');

describe('verifyReferences()', () => {
  it('passes what stands on its line and reads as stated', () => {
    expect(problems({ value: '$4 million', line: 1, exact: '$4 million' })).toEqual([]);
    expect(problems({ property: 'headcount', value: '250', line: 2, exact: '250' })).toEqual([]);
    expect(problems({ property: 'head', value: 'ada', line: 4, exact: 'Ada Lane' })).toEqual([]);
  });

  it('finds a line that the source does not have', () => {
    const lineOfOne = verifyReferences(
      factsWith({ line: 2 }),
      new Map([['report', '$4 million\n']]),
    );
    expect(lineOfOne.problems).toMatchObject([
      { message: 'Source "report" has 1 line; there is no line 2' },
    ]);
    expect(problems({ line: 9 })).toEqual([
      ['no-such-line', 'Source "report" has 5 lines; there is no line 9'],
    ]);
  });

  it('finds a figure that stands elsewhere, and says where', () => {
    expect(problems({ line: 2 })).toEqual([
      [
        'not-on-line',
        '"$4 million" does not stand on line 2 of source "report"; it stands on line 1',
      ],
    ]);
    expect(problems({ exact: '$5 million' })).toEqual([
      ['not-on-line', '"$5 million" does not stand on line 1 of source "report"'],
    ]);
  });

  it.each([
    ['another amount', { value: '$5 million' }],
    ['another currency', { value: '€4 million' }],
    ['another person', { property: 'head', value: 'bob', line: 4, exact: 'Ada Lane' }],
    [
      'the other direction',
      { property: 'share-move', value: '-3.5%', line: 3, exact: '3.5 per cent' },
    ],
  ])('finds a printed figure that reads as %s', (_, given) => {
    expect(problems(given)).toMatchObject([
      ['other-value', expect.stringContaining('does not read as')],
    ]);
  });

  it('lets a note explain a sign', () => {
    const note = 'The verb says a fall';
    const fall = { property: 'share-move', value: '-3.5%', line: 3, exact: '3.5 per cent', note };
    expect(problems(fall)).toEqual([]);
    expect(problems({ ...fall, value: '-9%' })).toHaveLength(1);
  });

  it('knows a version by its numbers, printed with the word or without', () => {
    const version = { property: 'software', value: 'version 3.2', line: 5 };
    expect(problems({ ...version, exact: 'version 3.2' })).toEqual([]);
    expect(problems({ ...version, value: '3.2', exact: 'version 3.2' })).toEqual([]);
    expect(problems({ ...version, value: 'version 3.3', exact: 'version 3.2' })).toMatchObject([
      ['other-value', expect.stringContaining('does not read as')],
    ]);
  });

  it('does not take a part of a figure for the figure', () => {
    expect(problems({ property: 'headcount', value: '50', line: 2, exact: '50' })).toEqual([
      ['not-on-line', '"50" does not stand on line 2 of source "report"'],
    ]);
  });

  it.each([
    ['a value that is finer than what is printed', { value: '$4.2 million' }, '"$4.2 million"'],
    ['a second currency that nobody prints', { also: ['€3 million'] }, '"€3 million"'],
    [
      'a member of a set that nobody names',
      { property: 'head', value: ['ada', 'bob'], line: 4, exact: 'Ada Lane' },
      '"Bob Mill"',
    ],
  ])('finds %s', (_, given, part) => {
    expect(problems(given)).toEqual([
      [
        'not-printed',
        `No reference of "works.it" prints ${part}, or none as finely as it is recorded`,
      ],
    ]);
  });

  it('leaves out sources whose text is not at hand, and counts them', () => {
    const { checked, leftOut, problems: found } = verifyReferences(factsWith({}), new Map());
    expect({ checked, leftOut, found }).toEqual({ checked: 0, leftOut: 1, found: [] });
  });
});

interface Given {
  readonly property?: string;
  readonly value?: string | readonly string[];
  readonly also?: readonly string[];
  readonly line?: number;
  readonly exact?: string;
  readonly note?: string;
}

function problems(given: Given) {
  const { problems: found } = verifyReferences(factsWith(given), new Map([['report', TEXT]]));
  return found.map(({ code, message }) => [code, message]);
}

function factsWith({
  property = 'valuation',
  value = '$4 million',
  also = [],
  line = 1,
  exact = '$4 million',
  note,
}: Given) {
  const reference = { source: 'report', line, exact, ...(note === undefined ? {} : { note }) };
  const data = {
    types: { company: { label: 'company' }, person: { label: 'person' } },
    properties: {
      valuation: { label: 'valuation', subject: ['company'], kind: 'money' },
      headcount: { label: 'headcount', subject: ['company'], kind: 'count' },
      head: {
        label: 'head',
        subject: ['company'],
        kind: 'name',
        valueType: 'person',
        cardinality: 'set',
      },
      'share-move': { label: 'share-price move', subject: ['company'], kind: 'percent' },
      software: { label: 'software', subject: ['company'], kind: 'version' },
    },
    entities: {
      works: { name: 'The Works', type: 'company' },
      ada: { name: 'Ada Lane', type: 'person' },
      bob: { name: 'Bob Mill', type: 'person' },
    },
    sources: { report: { title: 'A report' } },
    statements: [
      { id: 'works.it', subject: 'works', property, value, also, references: [reference] },
    ],
  };
  const { facts, issues } = buildFactBase([{ file: 'a.yaml', pack: 'a', data }]);
  expect(issues).toEqual([]);
  return facts;
}
