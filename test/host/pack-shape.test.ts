import { describe, expect, it } from 'vitest';
import {
  definedThing,
  referencePatterns,
  referredSection,
  shapeAt,
} from '../../server/host/pack-shape.ts';

describe('shapeAt()', () => {
  it('knows the keys of a mapping, which are needed, and what each is for', () => {
    const keys = shapeAt(['statements', 0])?.keys ?? [];
    expect(keys.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual([
      'id',
      'subject',
      'property',
      'value',
      'references',
    ]);
    expect(keys.filter(({ description }) => description === '')).toEqual([]);
  });

  it('knows what there is to choose from', () => {
    expect(shapeAt(['statements', 0, 'rank'])?.choices).toEqual([
      'preferred',
      'normal',
      'deprecated',
    ]);
    expect(shapeAt(['properties', 'a', 'signed'])?.choices).toEqual(['true', 'false']);
    expect(shapeAt(['properties', 'a', 'label'])?.choices).toEqual([]);
  });

  it('knows the root, and that its mappings are of ids', () => {
    expect(shapeAt([])?.keys?.map(({ name }) => name)).toContain('statements');
    expect(shapeAt(['entities'])).toMatchObject({ isMapping: true, keys: undefined });
    expect(shapeAt(['statements'])).toMatchObject({ isList: true });
  });

  it('knows no place that the schema does not have', () => {
    for (const path of [
      ['none'],
      ['pack', 'a'],
      ['entities', 'a', 'none'],
      ['statements', 'a'],
      ['entities', 0],
    ])
      expect(shapeAt(path), path.join('.')).toBeUndefined();
  });
});

describe('referredSection()', () => {
  it.each(referencePatterns)('has a place of the schema in %s', (pattern) => {
    const path = pattern.split('.').map((step, depth, steps) => {
      const isIndex =
        step === '*' &&
        steps[depth - 1] !== 'qualifiers' &&
        (depth !== 1 || steps[0] === 'statements');
      return isIndex ? 0 : step;
    });
    expect(shapeAt(path)).toBeDefined();
    expect(referredSection(path)).toBeDefined();
  });

  it('is nothing for words', () => {
    expect(referredSection(['entities', 'a', 'name'])).toBeUndefined();
    expect(referredSection(['statements', 0, 'also', 0])).toBeUndefined();
  });
});

describe('definedThing()', () => {
  it('is an entry by its key, a statement by its id', () => {
    expect(definedThing(['units', 'W'], 'key')).toBe('units');
    expect(definedThing(['statements', 0, 'id'], 'value')).toBe('statements');
    expect(definedThing(['statements', 0, 'id'], 'key')).toBeUndefined();
    expect(definedThing(['entities', 'a', 'name'], 'key')).toBeUndefined();
    expect(definedThing(['pack'], 'key')).toBeUndefined();
  });
});
