import { describe, expect, it } from 'vitest';
import { catalogue, type PackContext, packCandidates } from '../../server/service/index.ts';

const data = {
  entities: {
    acme: { name: 'Acme Widgets', type: 'company' },
    'jo-brand': { name: 'Jo Brand', type: 'person' },
  },
  properties: {
    height: { label: 'height', subject: ['mountain'] },
    revenue: { label: 'revenue', subject: ['company'] },
    date: { label: 'date' },
  },
  sources: { ledger: { title: 'The ledger' } },
};

const all = catalogue([{ file: 'a', pack: 'a', data }]);

describe('packCandidates()', () => {
  it.each<[string, PackContext, readonly string[]]>([
    [
      'properties by the subject',
      { section: 'properties', typed: '', subject: 'acme' },
      ['date', 'revenue', '-height'],
    ],
    [
      'properties without a subject',
      { section: 'properties', typed: '' },
      ['date', 'height', 'revenue'],
    ],
    [
      'subjects by the property',
      { section: 'entities', typed: '', property: 'revenue' },
      ['acme', '-jo-brand'],
    ],
    [
      'values by their type',
      { section: 'entities', typed: '', type: 'person' },
      ['jo-brand', '-acme'],
    ],
    ['by a part of the id', { section: 'entities', typed: 'BRA' }, ['jo-brand']],
    ['by a part of the name', { section: 'entities', typed: 'widg' }, ['acme']],
    ['sources', { section: 'sources', typed: '' }, ['ledger']],
    ['nothing of a section that no pack has', { section: 'units', typed: '' }, []],
  ])('offers %s', (_, context, expected) => {
    const { candidates, isComplete } = packCandidates(context, all);
    expect(candidates.map(({ id, fits }) => `${fits ? '' : '-'}${id}`)).toEqual(expected);
    expect(isComplete).toBe(true);
  });

  it('gives names with the ids', () => {
    const { candidates } = packCandidates({ section: 'sources', typed: 'led' }, all);
    expect(candidates).toEqual([{ id: 'ledger', title: 'The ledger', fits: true }]);
  });

  it('cuts off what nobody looks through, the best kept', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`e${index}`, { name: 'E', type: 'person' }]),
    );
    const entities = { ...many, zeta: { name: 'Z', type: 'company' } };
    const large = catalogue([{ file: 'a', pack: 'a', data: { entities } }]);
    const { candidates, isComplete } = packCandidates(
      { section: 'entities', typed: '', type: 'company' },
      large,
    );
    expect(isComplete).toBe(false);
    expect(candidates.length).toBeLessThan(1_000);
    expect(candidates[0]?.id).toBe('zeta');
  });
});
