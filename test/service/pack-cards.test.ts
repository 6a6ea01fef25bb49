import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import { catalogue, entryCard, statementCard } from '../../server/service/index.ts';

const statement = {
  id: 'acme.revenue',
  subject: 'acme',
  property: 'revenue',
  value: 'nearly $10 billion',
  time: '2025-Q3',
  timeBasis: 'inferred',
  references: [
    { source: 'ledger', line: 3, exact: 'nearly $10 billion' },
    { source: 'ledger', line: 9, exact: '$10bn' },
  ],
};

const data = {
  types: { company: { label: 'company', nouns: ['firm'], shapes: ['A00'] } },
  units: { W: { kind: 'power', names: ['watt'], symbols: ['W'], prefixes: 'si' } },
  properties: {
    revenue: {
      label: 'revenue',
      kind: 'money',
      subject: ['company'],
      varies: 'by-period',
      cues: Array.from({ length: 20 }, (_, index) => `cue-${index}`),
      weak: ['made'],
      requires: ['region'],
    },
  },
  entities: {
    acme: { name: 'Acme *Widgets*', type: 'company', aliases: ['Acme'], called: ['widget maker'] },
    lab: { name: 'Acme Lab', type: 'company', partOf: 'acme' },
    deal: { name: 'The deal', type: 'company', parties: ['acme', 'nobody'] },
    broken: { name: 3, kind: 'x' },
  },
  sources: {
    ledger: {
      title: 'The ledger',
      publisher: 'Acme Press',
      date: '2025-11-03',
      url: 'https://example.org/',
    },
  },
  statements: [statement],
};

const files = [{ file: 'a', pack: 'a', data }];
const { facts } = buildFactBase(files);
const knowledge = { catalogue: catalogue(files), facts };

describe('entryCard()', () => {
  it.each([
    [
      'entities',
      'acme',
      ['Acme *Widgets* · company', 'Also: Acme', 'Called: widget maker', '1 statement on record'],
    ],
    [
      'entities',
      'lab',
      ['Acme Lab · company', 'Part of: Acme *Widgets*', 'Nothing is on record about it'],
    ],
    [
      'entities',
      'deal',
      ['The deal · company', 'Parties: Acme *Widgets*, nobody', 'Nothing is on record about it'],
    ],
    ['entities', 'broken', ['broken', 'This entity cannot be read yet']],
    [
      'properties',
      'revenue',
      [
        'revenue · money · one · by-period',
        'Stated of: company',
        `Cues: ${Array.from({ length: 12 }, (_, index) => `cue-${index}`).join(', ')} and 8 more`,
        'Weak cues: made',
        'Only beside: region',
      ],
    ],
    ['sources', 'ledger', ['The ledger', 'Acme Press, 3 November 2025', 'https://example.org/']],
    [
      'types',
      'company',
      [
        'company · type of entity',
        'Nouns: firm',
        'Names like: A00',
        'For example: Acme *Widgets*, Acme Lab, The deal',
      ],
    ],
    ['units', 'W', ['W · unit of power · with SI prefixes', 'Written: watt, W']],
  ] as const)('of %s %s says what it is', (section, id, paragraphs) => {
    expect(entryCard(section, id, knowledge)?.plain.split('\n\n')).toEqual(paragraphs);
  });

  it('shows the words of a pack as they are in Markdown too', () => {
    expect(entryCard('entities', 'acme', knowledge)?.markdown).toContain('**Acme \\*Widgets\\***');
  });

  it('is nothing for an id that nobody defines', () => {
    expect(entryCard('units', 'furlong', knowledge)).toBeUndefined();
  });
});

describe('statementCard()', () => {
  const plain = (change: object) => statementCard({ ...statement, ...change }, facts)?.plain;

  it('says how the value is read, as of when, by whom and at what rank', () => {
    expect(plain({})?.split('\n\n')).toEqual([
      'Acme *Widgets*, revenue',
      'Read as money: USD 10 billion (USD 9.7–10 billion)',
      'For the third quarter of 2025 (inferred)',
      'Rank preferred, the only value on record',
      '2 references in 1 source',
    ]);
  });

  it('follows what is being written', () => {
    expect(plain({ value: '$12bn', also: ['£9bn'] })).toMatch(/USD 12 billion.*; GBP 9 billion/);
    expect(plain({ rank: 'deprecated' })).toContain('Rank deprecated, given by the pack');
    expect(plain({ value: 'a lot' })).toContain('Cannot read "a lot" as a money value');
    expect(plain({ id: 'new', property: 'unknown' })?.split('\n\n')[0]).toBe(
      'Acme *Widgets*, unknown',
    );
  });

  it('is nothing for what is no statement yet', () => {
    expect(plain({ references: [] })).toBeUndefined();
    expect(statementCard('words', facts)).toBeUndefined();
  });
});
