import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflections, plural, possibleBases } from '../../../server/core/facts/inflect.ts';

describe('inflections()', () => {
  it.each([
    ['sign', ['sign', 'signs', 'signed', 'signing']],
    ['value', ['value', 'values', 'valued', 'valuing']],
    ['plan', ['plan', 'plans', 'planned', 'planning']],
    ['carry', ['carry', 'carries', 'carried', 'carrying']],
    ['reach', ['reach', 'reaches', 'reached', 'reaching']],
    ['pay', ['pay', 'pays', 'payed', 'paying']],
    ['agree', ['agree', 'agrees', 'agreed', 'agreeing']],
    ['guarantee', ['guarantee', 'guarantees', 'guaranteed', 'guaranteeing']],
    ['see', ['see', 'sees', 'seeing']],
    ['tie', ['tie', 'ties', 'tied', 'tying']],
    ['commit', ['commit', 'commits', 'committed', 'committing']],
    ['refer', ['refer', 'refers', 'referred', 'referring']],
    ['visit', ['visit', 'visits', 'visited', 'visiting']],
    ['equip', ['equip', 'equips', 'equipped', 'equipping']],
    ['total', ['total', 'totals', 'totaled', 'totaling', 'totalled', 'totalling']],
    ['of', ['of']],
    ['R&D', ['R&D']],
    ['e-mail', ['e-mail']],
  ])('of "%s"', (word, forms) => {
    expect([...inflections(word)].sort()).toEqual([...forms].sort());
  });
});

describe('possibleBases()', () => {
  it.each([
    ['planned', 'plan'],
    ['tying', 'tie'],
    ['carries', 'carry'],
    ['totalling', 'total'],
    ['signs', 'sign'],
  ])('of "%s" have "%s"', (form, base) => {
    expect(possibleBases(form)).toContain(base);
  });

  it('leave out no word that has the form', () => {
    const letters = fc.constantFrom(...'abegilnopsxyz', 'ch', 'ie', 'ee', 'qu', 'al');
    const words = fc.array(letters, { minLength: 2, maxLength: 6 }).map((some) => some.join(''));
    fc.assert(
      fc.property(words, (word) => {
        for (const form of inflections(word)) expect(possibleBases(form)).toContain(word);
      }),
    );
  });
});

describe('plural()', () => {
  it.each([
    ['ship', 'ships'],
    ['company', 'companies'],
    ['day', 'days'],
    ['box', 'boxes'],
    ['branch', 'branches'],
    ['gas', 'gases'],
    ['x', 'x'],
    ['4x4', '4x4'],
  ])('of "%s" is "%s"', (word, many) => {
    expect(plural(word)).toBe(many);
  });
});
