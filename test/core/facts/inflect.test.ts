import { describe, expect, it } from 'vitest';
import { inflections, plural } from '../../../server/core/facts/inflect.ts';

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
