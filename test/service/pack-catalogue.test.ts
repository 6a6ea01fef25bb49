import { describe, expect, it } from 'vitest';
import {
  catalogue,
  entryKey,
  propertyKind,
  unitId,
  withEntries,
} from '../../server/service/index.ts';

const files = [
  {
    file: 'a',
    pack: 'a',
    data: {
      entities: { acme: { name: 'Acme' }, borealis: { name: 'Borealis' } },
      properties: { revenue: { kind: 'money' } },
      units: {
        W: { names: ['watt', 'watts'], symbols: ['W'] },
        m: { names: ['metre'], symbols: ['m'] },
        mile: { names: ['mile'], symbols: ['mi'] },
      },
    },
  },
  { file: 'b', pack: 'b', data: { entities: { acme: { name: 'Acme Widgets' } } } },
  { file: 'c', pack: 'c', data: ['no', 'mapping'] },
  { file: 'd', pack: 'd', data: { entities: 'words', units: null } },
];

describe('catalogue()', () => {
  const all = catalogue(files);

  it('has every id once, with the entry of the last pack', () => {
    expect([...all.ids('entities')]).toEqual(['acme', 'borealis']);
    expect(entryKey(all, 'entities', 'acme', 'name')).toBe('Acme Widgets');
    expect(all.find('entities', 'nobody')).toBeUndefined();
    expect(entryKey(all, 'entities', 'nobody', 'name')).toBeUndefined();
  });

  it('takes further entries on top', () => {
    const buffer = catalogue([{ file: 'e', pack: 'b', data: { entities: { zeta: 1, acme: 2 } } }]);
    const both = withEntries(all, buffer);
    expect([...both.ids('entities')]).toEqual(['acme', 'borealis', 'zeta']);
    expect(both.find('entities', 'acme')).toBe(2);
    expect(both.find('entities', 'borealis')).toEqual({ name: 'Borealis' });
  });

  it('knows the kind of a property', () => {
    expect(propertyKind(all, 'revenue')).toBe('money');
    expect(propertyKind(all, 'none')).toBeUndefined();
  });

  it.each([
    ['W', 'W'],
    ['GW', 'W'],
    ['megawatts', 'W'],
    ['m', 'm'],
    ['km', 'm'],
    ['mi', 'mile'],
    ['mile', 'mile'],
    ['furlong', 'furlong'],
    ['k', 'k'],
  ])('knows that %s is a form of %s', (written, id) => {
    expect(unitId(all, written)).toBe(id);
  });
});
