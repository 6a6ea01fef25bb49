import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../../server/core/facts/build-fact-base.ts';
import type { PackFile } from '../../../server/core/facts/fact-base.ts';
import { checkDraft } from '../../../server/core/index.ts';
import { checkFixed, checkOutcomes, checkVerdicts } from '../check-verdicts.ts';

const says = (source: string) => [{ source, line: 1, exact: 'x' }];

const ports: PackFile = {
  file: 'ports.yaml',
  pack: 'ports',
  data: {
    referenceDate: '2025-11-05',
    types: {
      company: { label: 'company', nouns: ['company', 'operator'] },
      deal: { label: 'deal', nouns: ['deal', 'contract', 'pact'] },
    },
    properties: {
      exclusivity: {
        label: 'exclusivity',
        subject: ['deal'],
        kind: 'phrase',
        cues: ['exclusive', 'exclusivity'],
      },
      payment: {
        label: 'payment terms',
        subject: ['company'],
        kind: 'phrase',
        cues: ['pay', 'paid', 'payment'],
      },
      access: {
        label: 'access',
        subject: ['company'],
        kind: 'phrase',
        varies: 'over-time',
        goodFor: '12 months',
        cues: ['access', 'open', 'closed'],
      },
      veto: {
        label: 'change of rights',
        subject: ['company'],
        kind: 'phrase',
        cues: ['right', 'veto'],
      },
      flavour: {
        label: 'character',
        subject: ['company'],
        kind: 'phrase',
        cardinality: 'open',
        cues: ['known for'],
      },
    },
    entities: {
      tarn: { name: 'Tarn Logistics', type: 'company', aliases: ['Tarn'] },
      moss: { name: 'Moss Freight', type: 'company', aliases: ['Moss'] },
      'tarn-moss': { name: 'Tarn–Moss contract', type: 'deal', parties: ['tarn', 'moss'] },
    },
    sources: { courier: { title: 'The courier' }, ledger: { title: 'The ledger' } },
    statements: [
      {
        id: 'tarn-moss.exclusivity',
        subject: 'tarn-moss',
        property: 'exclusivity',
        value: 'exclusive',
        synonyms: ['sole carrier'],
        opposites: ['non-exclusive', 'open to other carriers', 'not the only carrier'],
        references: says('courier'),
      },
      {
        id: 'tarn.payment',
        subject: 'tarn',
        property: 'payment',
        value: 'paid in equal instalments',
        synonyms: ['in instalments', 'spread over the term'],
        opposites: ['paid up front', 'up-front', 'in advance', 'lump sum'],
        references: says('courier'),
      },
      {
        id: 'tarn.access',
        subject: 'tarn',
        property: 'access',
        value: 'open to the public',
        opposites: ['closed to the public'],
        time: '2025-06',
        references: says('courier'),
      },
      {
        id: 'tarn.veto',
        subject: 'tarn',
        property: 'veto',
        value: 'right of veto removed',
        qualifiers: { holder: 'moss' },
        synonyms: ['lost the right of veto', 'removed the right of veto'],
        opposites: ['kept the right of veto', 'right of veto intact'],
        references: says('courier'),
      },
      {
        id: 'tarn.flavour',
        subject: 'tarn',
        property: 'flavour',
        value: 'night sailings',
        opposites: ['day trips only'],
        references: says('courier'),
      },
    ],
  },
};
const { facts } = buildFactBase([ports]);

const check = (text: string): string => checkVerdicts(text, facts);

describe('bindPhrases()', () => {
  it.each([
    ["Tarn's contract with Moss is ", 'exclusive', '.'],
    ['Moss is the ', 'sole carrier', ' under its contract with Tarn.'],
    ['Tarn ', 'pays in equal instalments', '.'],
    ['Tarn ', 'paid Moss in equal instalments', '.'],
    ['Payments by Tarn are ', 'spread over the term', '.'],
    ["Tarn removed Moss's veto: in short, its ", 'right of veto was removed', '.'],
    ['Moss ', 'lost its right of veto', ' at Tarn.'],
  ])('supports what is on record, in any form of its words: %s%s%s', (before, phrase, after) => {
    expect(check(before + phrase + after)).toContain(
      `${' '.repeat(before.length)}${'^'.repeat(phrase.length)} supported`,
    );
  });

  it.each([
    ["Tarn's contract with Moss is ", 'non-exclusive', '.'],
    ["Tarn's contract with Moss is ", 'nonexclusive', '.'],
    ["Tarn's contract with Moss is ", 'open to other carriers', '.'],
    ["Tarn's contract with Moss is ", 'not exclusive', '.'],
    ["Tarn's contract with Moss ", "isn't exclusive", '.'],
    ['Tarn ', 'pays up front', '.'],
    ['Tarn ', 'pays Moss up front', '.'],
    ['Tarn made the payment ', 'upfront', '.'],
    ['Tarn is to pay ', 'in advance', '.'],
    ['Tarn will pay ', 'in advance', '.'],
    ['Tarn ', 'never paid in instalments', '.'],
    ['Tarn is an old firm. It ', 'pays up front', '.'],
    ['Tarn is an old firm. The company ', 'pays up front', '.'],
    ['Tarn, which ', 'pays up front', ', is an old firm.'],
    ['Moss ', 'kept its right of veto', ' at Tarn.'],
    ["At Tarn, Moss's ", 'right of veto is intact', '.'],
    ['Tarn is ', 'closed to the public', '.'],
  ])('calls the contrary wrong: %s%s%s', (before, phrase, after) => {
    expect(check(before + phrase + after)).toContain(
      `${' '.repeat(before.length)}${'^'.repeat(phrase.length)} conflict`,
    );
  });

  it.each([
    ["Tarn's contract with Moss is ", 'not non-exclusive', '.'],
    ['Tarn does ', 'not pay anything up front', '.'],
    ['Tarn pays as it earns, ', 'never in advance', '.'],
    ['Tarn pays over time ', 'rather than in advance', '.'],
    ['Moss did not keep it: Moss ', 'keeps no right of veto', ' at Tarn.'],
  ])('takes the denial of the contrary for the value: %s%s%s', (before, phrase, after) => {
    expect(check(before + phrase + after)).toContain(
      `${' '.repeat(before.length)}${'^'.repeat(phrase.length)} supported`,
    );
  });

  it.each([
    ['a question', 'Does Tarn pay up front?'],
    ['a condition', 'If Tarn pays up front, it saves money.'],
    ['a possibility', 'Tarn may pay up front.'],
    ['a denial', 'Tarn denied that it pays up front.'],
    ['a forecast', 'Tarn is expected to pay up front.'],
    ['what is over', 'Tarn no longer pays up front.'],
    ['what was before', 'Tarn previously paid up front.'],
    ['somebody else', 'Moss pays up front.'],
    ['a stranger', 'Unlike Tarn, Halden pays up front.'],
    ['a stranger in the clause', 'Halden says Tarn pays up front.'],
    ['a change', 'Tarn once paid up front and now pays in equal instalments.'],
    ['a part', 'Tarn paid $2 million upfront.'],
    ['a share', 'Tarn paid 20% in advance.'],
    ['a word that tells nothing alone', 'Tarn announced its plans in advance.'],
    ['a part of another word', 'Tarn signed a pay-up-front-later scheme.'],
    ['a property that may have more values', 'Tarn is known for day trips only.'],
    ['an earlier time of what moves', 'Tarn was closed to the public in 2019.'],
    ['a deal of others', 'The contract between Moss and Halden is non-exclusive.'],
    ['code', 'Tarn runs `pay up front`.'],
  ])('calls nothing wrong that is %s', (_, text) => {
    expect(check(text)).not.toContain('conflict');
  });

  it('says why it leaves a phrase alone', () => {
    expect(checkOutcomes('If Tarn pays up front, it saves money.', facts)).toContain(
      '^^^^^^^^^^^^^ No claim: "If" imagines a case',
    );
    expect(checkOutcomes('Moss and Tarn pay up front.', facts)).toContain(
      '^^^^^^^^^^^^ Not plainly about Tarn Logistics',
    );
  });

  it('makes no claim on a draft that is newer than what moves stays good', () => {
    const options = { language: 'markdown', asOf: '2027-11-05' } as const;
    const text = 'Tarn is closed to the public.';
    expect(checkDraft(text, facts, options).claims).toEqual([]);
  });

  it('tells the record in quotes', () => {
    const [claim] = checkDraft('Tarn pays up front.', facts, { language: 'markdown' }).claims;
    expect(claim?.message).toBe(
      'The record has "paid in equal instalments" for the payment terms of Tarn Logistics, not "pays up front" ("The courier", line 1)',
    );
  });

  it('lists both sides where sources disagree', () => {
    const other = {
      file: 'other.yaml',
      pack: 'other',
      data: {
        statements: [
          {
            id: 'tarn-moss.exclusivity.ledger',
            subject: 'tarn-moss',
            property: 'exclusivity',
            value: 'non-exclusive',
            opposites: ['exclusive'],
            references: says('ledger'),
          },
        ],
      },
    };
    const disputed = buildFactBase([ports, other]).facts;
    expect(checkVerdicts("Tarn's contract with Moss is exclusive.", disputed)).toContain(
      'disputed tarn-moss.exclusivity: exclusive or non-exclusive',
    );
  });

  it.each([
    ["Tarn's contract with Moss is not exclusive.", "Tarn's contract with Moss is exclusive."],
    ["Tarn's contract with Moss isn't exclusive.", "Tarn's contract with Moss is exclusive."],
    ['Tarn and Moss have a non-exclusive deal.', 'Tarn and Moss have an exclusive deal.'],
    ['Tarn pays up front.', 'Tarn pays in equal instalments.'],
    ['Tarn makes its payments in advance.', 'Tarn makes its payments in instalments.'],
    ["At Tarn, Moss's right of veto is intact.", "At Tarn, Moss's right of veto removed."],
  ])('writes the record where the grammar bears it: %s', (wrong, right) => {
    expect(checkFixed(wrong, facts)).toBe(right);
    expect(checkVerdicts(right, facts)).toContain('supported');
  });
});
