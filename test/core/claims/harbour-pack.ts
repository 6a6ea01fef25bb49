import type { FactBase, PackFile } from '../../../server/core/facts/fact-base.ts';
import { examplePackFiles, factsOf } from '../example-packs.ts';

const reported = [{ source: 'pilot', line: 1, exact: 'x' }];

/** What the ferry lines lack: posts held before, owners, fortunes, payments, moves of a day. */
const harbour: PackFile = {
  file: 'harbour.yaml',
  pack: 'harbour',
  data: {
    pack: 'harbour',
    referenceDate: '2025-11-05',
    properties: {
      paid: {
        label: 'price',
        subject: ['deal'],
        kind: 'money',
        cues: ['price'],
        weak: ['pay', 'collect', 'bet', 'take'],
      },
      owner: {
        label: 'owner',
        subject: ['company'],
        kind: 'name',
        valueType: 'company',
        cues: ['owned by', 'owner'],
      },
      steel: {
        label: 'maker of the steel',
        subject: ['deal'],
        kind: 'name',
        valueType: 'company',
        cues: ['steel'],
      },
      move: {
        label: 'share price move',
        subject: ['company'],
        kind: 'percent',
        varies: 'by-period',
        signed: true,
        weak: ['climbed', 'slid'],
      },
      founded: {
        label: 'founding',
        subject: ['company'],
        kind: 'date',
        cues: ['founded'],
        weak: ['in'],
      },
      fortune: {
        label: 'fortune',
        subject: ['person'],
        kind: 'money',
        varies: 'over-time',
        goodFor: '12 months',
        cues: ['fortune', 'net worth'],
      },
    },
    entities: {
      brygg: { name: 'Brygg Works', type: 'company', aliases: ['Brygg'] },
      fjell: { name: 'Fjell Capital', type: 'company', aliases: ['Fjell'] },
      lund: { name: 'Karl Lund', type: 'person', aliases: ['Lund'] },
      'halden-brygg': { name: 'Halden–Brygg deal', type: 'deal', parties: ['halden', 'brygg'] },
    },
    sources: { pilot: { title: 'The pilot' } },
    statements: [
      {
        id: 'halden-brygg.paid',
        subject: 'halden-brygg',
        property: 'paid',
        value: '$60 million',
        references: reported,
      },
      {
        id: 'halden-brygg.steel',
        subject: 'halden-brygg',
        property: 'steel',
        value: 'skagen',
        references: reported,
      },
      {
        id: 'halden-brygg.signed',
        subject: 'halden-brygg',
        property: 'signed',
        value: '2025-11-03',
        time: '2025-11-03',
        references: reported,
      },
      {
        id: 'halden.move',
        subject: 'halden',
        property: 'move',
        value: '4.2%',
        time: '2025-11-03',
        references: reported,
      },
      {
        id: 'fjell.founded',
        subject: 'fjell',
        property: 'founded',
        value: '2019',
        references: reported,
      },
      {
        id: 'brygg.owner',
        subject: 'brygg',
        property: 'owner',
        value: 'fjell',
        references: reported,
      },
      {
        id: 'berg.fortune',
        subject: 'berg',
        property: 'fortune',
        value: '$7 million',
        time: '2025-10',
        references: reported,
      },
      {
        id: 'norvik.chief.2020',
        subject: 'norvik',
        property: 'chief',
        value: 'lund',
        time: '2020-03',
        references: reported,
      },
    ],
  },
};

/** The example packs with the harbour beside them. */
export const harbourFacts: FactBase = factsOf([...examplePackFiles, harbour]);
