import { describe, expect, it } from 'vitest';
import type { PackFile } from '../../../server/core/facts/fact-base.ts';
import { checkPacks, loadedStatements, packFile, telescopePack } from './check-pack.ts';

/** One value as some of the sources a, b, c, d give it. */
interface Said {
  readonly value: string;
  readonly by: string;
  readonly rank?: string;
  readonly time?: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
}

/** A pack of statements about one mirror, numbered as given. */
function packOf(all: readonly Said[], varies: string): PackFile {
  const statements = all.map(({ by, ...said }, index) => ({
    id: `s${index + 1}`,
    subject: 'aldwyn',
    property: 'mirror',
    references: [...by].map((source) => ({ source, line: 1, exact: said.value })),
    ...said,
  }));
  const sources = Object.fromEntries([...'abcd'].map((id) => [id, { title: id }]));
  return packFile(telescopePack({ property: { varies }, more: { statements, sources } }));
}

/** The ranks of statements about one mirror. */
function ranks(all: readonly Said[], varies = 'fixed'): readonly string[] {
  return loadedStatements(packOf(all, varies)).map((line) => line.split(' ').slice(0, 2).join(' '));
}

/** What is wrong with statements about one mirror. */
function mistakes(all: readonly Said[]): string {
  return checkPacks(packOf(all, 'fixed'));
}

describe('rankStatements()', () => {
  it('prefers what more sources state', () => {
    expect(
      ranks([
        { value: '8 metres', by: 'a' },
        { value: '9 metres', by: 'bc' },
      ]),
    ).toEqual(['s1 normal', 's2 preferred']);
  });

  it('prefers nothing on a tie', () => {
    expect(
      ranks([
        { value: '8 metres', by: 'ab' },
        { value: '9 metres', by: 'cd' },
      ]),
    ).toEqual(['s1 normal', 's2 normal']);
  });

  it('ranks a question that has tens of thousands of answers', () => {
    const answers = Array.from({ length: 30_000 }, (_, index) => ({
      value: `${index + 1} metres`,
      by: index === 7 ? 'ab' : 'a',
    }));
    const preferred = ranks(answers).filter((line) => line.endsWith('preferred'));
    expect(preferred).toEqual(['s8 preferred']);
  });

  it('counts a source once however often it says so', () => {
    expect(
      ranks([
        { value: '8 metres', by: 'aaa' },
        { value: '9 metres', by: 'bc' },
      ]),
    ).toEqual(['s1 normal', 's2 preferred']);
  });

  it('counts the sources of one value together however it is written', () => {
    expect(
      ranks([
        { value: '8 metres', by: 'a' },
        { value: '8 m', by: 'b' },
        { value: '9 metres', by: 'c' },
      ]),
    ).toEqual(['s1 preferred', 's2 preferred', 's3 normal']);
  });

  it('lets a rank of the pack stand', () => {
    expect(
      ranks([
        { value: '8 metres', by: 'a', rank: 'preferred' },
        { value: '9 metres', by: 'bc' },
      ]),
    ).toEqual(['s1 preferred', 's2 normal']);
    expect(ranks([{ value: '8 metres', by: 'ab', rank: 'deprecated' }])).toEqual(['s1 deprecated']);
  });

  it('prefers neither of two that a pack prefers, and says so at the second', () => {
    const both = [
      { value: '8 metres', by: 'ab', rank: 'preferred' },
      { value: '9 metres', by: 'c', rank: 'preferred' },
      { value: '8 m', by: 'd', rank: 'preferred' },
    ];
    expect(ranks(both.slice(0, 2))).toEqual(['s1 normal', 's2 normal']);
    expect(mistakes(both)).toBe(
      'pack.yaml statements/1/rank two-preferred: "s1" is preferred for the same question with another value; expected one preferred value',
    );
    expect(mistakes([both[0], both[2]].flatMap((one) => one ?? []))).toBe('');
  });

  it('sees no disagreement between times of what moves, nor between qualifiers', () => {
    const times = [
      { value: '8 metres', by: 'a', time: '2024' },
      { value: '9 metres', by: 'bc', time: '2025' },
    ];
    expect(ranks(times, 'by-period')).toEqual(['s1 preferred', 's2 preferred']);
    expect(ranks(times)).toEqual(['s1 normal', 's2 preferred']);
    const makers = [
      { value: '8 metres', by: 'a', qualifiers: { maker: 'x' } },
      { value: '9 metres', by: 'bc', qualifiers: { maker: 'y' } },
    ];
    expect(ranks(makers)).toEqual(['s1 preferred', 's2 preferred']);
  });

  it('gives a lone statement the preferred rank', () => {
    expect(ranks([{ value: '8 metres', by: 'a' }])).toEqual(['s1 preferred']);
  });
});
