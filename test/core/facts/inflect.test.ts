import { describe, expect, it } from 'vitest';
import { inflections, plural } from '../../../server/core/facts/inflect.ts';
import { expectKnownMistake } from '../known-mistake.ts';

describe('inflections()', () => {
  it.each([
    ['sign', ['sign', 'signs', 'signed', 'signing']],
    ['value', ['value', 'values', 'valued', 'valuing']],
    ['plan', ['plan', 'plans', 'planned', 'planning']],
    ['carry', ['carry', 'carries', 'carried', 'carrying']],
    ['reach', ['reach', 'reaches', 'reached', 'reaching']],
    ['pay', ['pay', 'pays', 'payed', 'paying']],
    ['of', ['of']],
    ['R&D', ['R&D']],
    ['e-mail', ['e-mail']],
  ])('of "%s"', (word, forms) => {
    expect(inflections(word)).toEqual(expect.arrayContaining(forms));
    expect(new Set(inflections(word)).size).toBe(inflections(word).length);
  });

  it('knows a mistake: words in "ee" take one e too many', () => {
    expectKnownMistake(inflections('agree').at(2), { today: 'agreeed', right: 'agreed' });
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
