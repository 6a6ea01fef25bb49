import { describe, expect, it } from 'vitest';
import { TextCollector } from '../../../server/core/prose/text-map.ts';

describe('TextCollector', () => {
  it('leads back from what was taken over and from what was replaced', () => {
    const collector = new TextCollector();
    collector.take('one ', 10);
    collector.replace('£', { start: 14, end: 21 });
    collector.take('38', 23);
    const { text, map } = collector.finish();
    expect(text).toBe('one £38');
    expect(collector.length).toBe(7);
    expect(map.toSource({ start: 0, end: 3 })).toEqual({ start: 10, end: 13 });
    expect(map.toSource({ start: 4, end: 5 })).toEqual({ start: 14, end: 21 });
    expect(map.toSource({ start: 4, end: 7 })).toEqual({ start: 14, end: 25 });
    expect(map.toSource({ start: 6, end: 7 })).toEqual({ start: 24, end: 25 });
  });

  it('forgets pieces without text', () => {
    const collector = new TextCollector();
    collector.take('', 0);
    collector.replace('', { start: 0, end: 9 });
    collector.take('a', 9);
    expect(collector.finish().map.toSource({ start: 0, end: 1 })).toEqual({ start: 9, end: 10 });
  });

  it('gives an empty span of nothing for nothing', () => {
    const { text, map } = new TextCollector().finish();
    expect(text).toBe('');
    expect(map.toSource({ start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
  });
});
