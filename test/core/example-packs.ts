import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import type { FactBase, PackFile } from '../../server/core/facts/fact-base.ts';

/** Words of a pack that the examples share: types, units and properties, of no field in particular. */
const vocabulary: PackFile = {
  file: 'vocabulary.yaml',
  pack: 'vocabulary',
  data: {
    types: {
      company: { label: 'company', nouns: ['company', 'firm', 'operator'] },
      person: { label: 'person', nouns: ['manager'] },
      deal: { label: 'deal', nouns: ['deal', 'contract', 'pact'] },
      place: { label: 'place', nouns: ['town'] },
      engine: { label: 'engine', nouns: ['engine'], shapes: ['K00', 'W000'] },
      telescope: { label: 'telescope', nouns: ['telescope', 'observatory'] },
    },
    units: {
      W: { kind: 'power', names: ['watt'], symbols: ['W'], prefixes: 'si' },
      m: { kind: 'length', names: ['metre'], symbols: ['m'], prefixes: 'si' },
      g: { kind: 'mass', names: ['gram'], symbols: ['g'], prefixes: 'si' },
      mile: { kind: 'length', names: ['mile'], symbols: ['mi'], unit: 'm', factor: 1609.344 },
      foot: { kind: 'length', names: ['foot', 'feet'], symbols: ['ft'], unit: 'm', factor: 0.3048 },
      t: {
        kind: 'mass',
        names: ['tonne', 'metric ton', 'metric tons'],
        symbols: ['t'],
        unit: 'g',
        factor: 1e6,
      },
    },
    properties: {
      value: { label: 'deal value', subject: ['deal'], kind: 'money', cues: ['worth', 'value'] },
      term: { label: 'term', subject: ['deal'], kind: 'duration', cues: ['deal', 'pact'] },
      signed: { label: 'date', subject: ['deal'], kind: 'date', cues: ['signed', 'sign'] },
      engines: {
        label: 'engine models',
        subject: ['deal'],
        kind: 'name',
        valueType: 'engine',
        cardinality: 'set',
        cues: ['engines', 'fitted with'],
      },
      revenue: {
        label: 'revenue',
        subject: ['company'],
        kind: 'money',
        varies: 'by-period',
        cues: ['revenue', 'took in'],
      },
      valuation: {
        label: 'valuation',
        subject: ['company'],
        kind: 'money',
        varies: 'over-time',
        goodFor: '12 months',
        cues: ['valued at', 'valuation'],
      },
      staff: {
        label: 'headcount',
        subject: ['company'],
        kind: 'count',
        varies: 'over-time',
        goodFor: '12 months',
        cues: ['employs', 'employ', 'staff', 'headcount'],
        weak: ['people'],
      },
      share: {
        label: 'market share',
        subject: ['company'],
        kind: 'percent',
        varies: 'by-period',
        cues: ['market share', 'share of the market'],
      },
      growth: {
        label: 'revenue growth',
        subject: ['company'],
        kind: 'percent',
        varies: 'by-period',
        signed: true,
        cues: ['grew', 'fell', 'growth'],
      },
      chief: {
        label: 'chief executive',
        subject: ['company'],
        kind: 'name',
        valueType: 'person',
        varies: 'over-time',
        goodFor: '24 months',
        cues: ['chief executive', 'CEO'],
      },
      supplier: {
        label: 'suppliers',
        subject: ['company'],
        kind: 'name',
        valueType: 'place',
        cardinality: 'open',
        cues: ['buys from'],
      },
      mirror: {
        label: 'mirror',
        subject: ['telescope'],
        kind: 'quantity',
        unit: 'm',
        cues: ['mirror', 'diameter'],
      },
      opened: {
        label: 'first light',
        subject: ['telescope'],
        kind: 'date',
        cues: ['first light', 'opened'],
      },
      weight: {
        label: 'weight',
        subject: ['telescope'],
        kind: 'quantity',
        unit: 'g',
        cues: ['weighs', 'weight'],
      },
    },
  },
};

const ferries: PackFile = {
  file: 'ferries.yaml',
  pack: 'ferries',
  data: {
    pack: 'ferries',
    title: 'Ferry lines of the northern sea',
    referenceDate: '2025-11-05',
    entities: {
      norvik: {
        name: 'Norvik Ferries',
        type: 'company',
        aliases: ['Norvik'],
        called: ['ferry line'],
      },
      halden: { name: 'Halden Line', type: 'company', aliases: ['Halden'] },
      skagen: { name: 'Skagen Yards', type: 'company', aliases: ['Skagen'] },
      berg: { name: 'Astrid Berg', type: 'person', aliases: ['Berg'] },
      holt: { name: 'Ingmar Holt', type: 'person', aliases: ['Holt'] },
      k12: { name: 'K12', type: 'engine' },
      k16: { name: 'K16', type: 'engine' },
      k20: { name: 'K20', type: 'engine' },
      tarn: { name: 'Tarn', type: 'place' },
      moss: { name: 'Moss', type: 'place' },
      'norvik-skagen': {
        name: 'Norvik–Skagen deal',
        type: 'deal',
        parties: ['norvik', 'skagen'],
      },
      'norvik-halden': {
        name: 'Norvik–Halden deal',
        type: 'deal',
        parties: ['norvik', 'halden'],
      },
    },
    sources: {
      courier: { title: 'A new fleet for Norvik', publisher: 'The Courier', date: '2025-10-02' },
      harbour: { title: 'Ferries by the dozen', publisher: 'Harbour News' },
      ledger: { title: 'Who sails next' },
    },
    statements: [
      {
        id: 'norvik-skagen.value',
        subject: 'norvik-skagen',
        property: 'value',
        value: '$38 million',
        also: ['£29m'],
        time: '2025-10-01',
        references: [
          { source: 'courier', line: 3, exact: '$38 million' },
          { source: 'harbour', line: 5, exact: '$38m' },
        ],
      },
      {
        id: 'norvik-halden.value',
        subject: 'norvik-halden',
        property: 'value',
        value: '$90 million',
        references: [{ source: 'harbour', line: 9, exact: '$90m' }],
      },
      {
        id: 'norvik-skagen.term',
        subject: 'norvik-skagen',
        property: 'term',
        value: 'seven years',
        references: [{ source: 'courier', line: 4, exact: 'seven-year' }],
      },
      {
        id: 'norvik-skagen.signed',
        subject: 'norvik-skagen',
        property: 'signed',
        value: '2025-10-01',
        time: '2025-10-01',
        references: [{ source: 'courier', line: 4, exact: 'October 1' }],
      },
      {
        id: 'norvik-skagen.engines',
        subject: 'norvik-skagen',
        property: 'engines',
        value: ['k12', 'k16'],
        references: [{ source: 'courier', line: 6, exact: 'K12 and K16' }],
      },
      {
        id: 'norvik.revenue.2025-q3',
        subject: 'norvik',
        property: 'revenue',
        value: '$33 million',
        time: '2025-Q3',
        references: [{ source: 'harbour', line: 2, exact: '$33 million' }],
      },
      {
        id: 'norvik.revenue.2025-q2',
        subject: 'norvik',
        property: 'revenue',
        value: '$29.5 million',
        time: '2025-Q2',
        references: [{ source: 'harbour', line: 2, exact: '$29.5 million' }],
      },
      {
        id: 'norvik.growth.2025-q3',
        subject: 'norvik',
        property: 'growth',
        value: '20.2%',
        time: '2025-Q3',
        references: [{ source: 'harbour', line: 2, exact: '20.2%' }],
      },
      {
        id: 'norvik.valuation',
        subject: 'norvik',
        property: 'valuation',
        value: '$500 million',
        time: '2025-10',
        references: [
          { source: 'courier', line: 8, exact: '$500 million' },
          { source: 'harbour', line: 8, exact: '$500m' },
        ],
      },
      {
        id: 'norvik.valuation.other',
        subject: 'norvik',
        property: 'valuation',
        value: '$540 million',
        time: '2025-10',
        references: [{ source: 'ledger', line: 8, exact: '$540m' }],
      },
      {
        id: 'norvik.valuation.2024',
        subject: 'norvik',
        property: 'valuation',
        value: '$300 million',
        time: '2024-10',
        references: [{ source: 'courier', line: 8, exact: '$300 million' }],
      },
      {
        id: 'norvik.staff',
        subject: 'norvik',
        property: 'staff',
        value: '1,250',
        time: '2025-09',
        references: [{ source: 'courier', line: 10, exact: '1,250' }],
      },
      {
        id: 'halden.staff.courier',
        subject: 'halden',
        property: 'staff',
        value: '4,000 people',
        time: '2025-09',
        references: [{ source: 'courier', line: 11, exact: '4,000' }],
      },
      {
        id: 'halden.staff.harbour',
        subject: 'halden',
        property: 'staff',
        value: '4,600 people',
        time: '2025-09',
        references: [{ source: 'harbour', line: 11, exact: '4,600' }],
      },
      {
        id: 'norvik.share.2025',
        subject: 'norvik',
        property: 'share',
        value: '29%',
        time: '2025',
        references: [{ source: 'ledger', line: 2, exact: '29%' }],
      },
      {
        id: 'norvik.share.2022',
        subject: 'norvik',
        property: 'share',
        value: '34%',
        time: '2022',
        references: [{ source: 'ledger', line: 2, exact: '34%' }],
      },
      {
        id: 'norvik.chief',
        subject: 'norvik',
        property: 'chief',
        value: 'berg',
        time: '2025-10',
        references: [{ source: 'courier', line: 12, exact: 'Astrid Berg' }],
      },
      {
        id: 'norvik.supplier',
        subject: 'norvik',
        property: 'supplier',
        value: 'tarn',
        references: [{ source: 'courier', line: 13, exact: 'Tarn' }],
      },
    ],
  },
};

const telescopes: PackFile = {
  file: 'telescopes.yaml',
  pack: 'telescopes',
  data: {
    pack: 'telescopes',
    referenceDate: '2025-11-05',
    entities: {
      aldwyn: { name: 'Aldwyn Telescope', type: 'telescope', aliases: ['Aldwyn'] },
    },
    sources: { almanac: { title: 'The observers’ almanac' } },
    statements: [
      {
        id: 'aldwyn.mirror',
        subject: 'aldwyn',
        property: 'mirror',
        value: '8.2 metres',
        references: [{ source: 'almanac', line: 1, exact: '8.2 metres' }],
      },
      {
        id: 'aldwyn.weight',
        subject: 'aldwyn',
        property: 'weight',
        value: 'nearly 400 kilograms',
        references: [{ source: 'almanac', line: 2, exact: 'nearly 400 kilograms' }],
      },
      {
        id: 'aldwyn.opened',
        subject: 'aldwyn',
        property: 'opened',
        value: 'late 2026',
        references: [{ source: 'almanac', line: 3, exact: 'late 2026' }],
      },
    ],
  },
};

/** The packs of the examples, as a loader hands them on. */
export const examplePackFiles: readonly PackFile[] = [vocabulary, ferries, telescopes];

/** Ferry lines and a telescope: everything on record in the examples of these tests. */
export const exampleFacts: FactBase = factsOf(examplePackFiles);

/** The fact base of packs that must be without a mistake. */
export function factsOf(files: readonly PackFile[]): FactBase {
  const { facts, issues } = buildFactBase(files);
  if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join('\n'));
  return facts;
}
