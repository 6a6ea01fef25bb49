import { describe, expect, it } from 'vitest';
import type { PackFile } from '../../server/core/facts/fact-base.ts';
import { checkChangedEntries } from '../../server/host/check-changed-entries.ts';
import { checkPackText } from '../../server/host/check-pack-text.ts';
import type { LocatedIssue } from '../../server/host/located-issue.ts';
import { parsePackFile } from '../../server/host/parse-pack-file.ts';

const vocabulary = `types:
  company: { label: company }
properties:
  valuation: { label: valuation, kind: money, subject: [company] }
entities:
  acme: { name: Acme Widgets, type: company }
sources:
  ledger: { title: The ledger }
`;

const facts = `statements:
  - id: acme.valuation
    subject: acme
    property: valuation
    value: $12 billion
    references: [{ source: ledger, line: 3, exact: $12 billion }]
  - id: acme.second
    subject: acme
    property: valuation
    value: $13 billion
    time: 2024
    references: [{ source: ledger, line: 4, exact: $13 billion }]
`;

const packFiles = [onDisk('/packs/a/pack.yaml', vocabulary), onDisk('/packs/a/facts.yaml', facts)];

describe('checkPackText()', () => {
  it('finds nothing wrong with what is on disk', () => {
    expect(found(checked(facts), facts)).toEqual([]);
  });

  it.each([
    ['source: ledger, line: 3', 'source: leger, line: 3', 'unknown-source', 'leger'],
    ['value: $12 billion', 'value: a lot', 'unreadable-value', 'a lot'],
    ['- id: acme.second', '- idd: acme.second', 'wrong-shape', 'idd: acme.second'],
    ['id: acme.second', 'id: acme.valuation', 'duplicate-id', 'acme.valuation'],
    ['time: 2024', 'time: [', 'yaml-syntax', 'r'],
  ])('finds, for %j, what is wrong with %j', (right, wrong, code, marked) => {
    const text = facts.replace(right, wrong);
    expect(text).not.toBe(facts);
    expect(found(checked(text), text)).toContainEqual([code, marked]);
  });

  it('finds that the head of the pack has no id', () => {
    const head = { file: '/packs/a/pack.yaml', pack: '/packs/a' };
    const codes = (text: string) =>
      checkPackText({ ...head, text }, { packFiles: [], isWhole: true }).map(({ code }) => code);
    expect(codes('')).toEqual(['missing-pack-id']);
    expect(codes('pack: a\n')).toEqual([]);
  });

  it('finds what takes two files, but not what is wrong in the other', () => {
    const text = facts.replace('acme.second', 'acme.third');
    const other = onDisk(
      '/packs/a/other.yaml',
      facts.replace('acme.second', 'acme.fourth').replace('ledger', 'leger'),
    );
    const issues = checkPackText(
      { file: '/packs/a/facts.yaml', pack: '/packs/a', text },
      { packFiles: [...packFiles, other], isWhole: true },
    );
    expect(found(issues, text)).toEqual([]);
    const last = checkPackText(
      { file: '/packs/a/z.yaml', pack: '/packs/a', text },
      { packFiles, isWhole: true },
    );
    expect(found(last, text)).toEqual([['duplicate-id', 'acme.valuation']]);
  });

  it('misses nothing that a file which cannot be read may define', () => {
    const text = facts.replace('source: ledger, line: 3', 'source: lost, line: 3');
    expect(found(checked(text, false), text)).toEqual([]);
  });
});

describe('checkChangedEntries()', () => {
  const wrong = facts.replace('value: $13 billion', 'value: a lot');
  const issues = checked(wrong);

  it('keeps what was found on disk at its entry, where that has moved to', () => {
    const text = `# a line more\n${wrong.replace('$12 billion\n', '$14 billion\n')}`;
    expect(found(changed(text, { text: wrong, issues }), text)).toEqual([
      ['unreadable-value', 'a lot'],
    ]);
  });

  it('forgets what was found in an entry that has changed or gone', () => {
    expect(found(changed(facts, { text: wrong, issues }), facts)).toEqual([]);
    const shorter = wrong.slice(0, wrong.indexOf('  - id: acme.second'));
    expect(found(changed(shorter, { text: wrong, issues }), shorter)).toEqual([]);
  });

  it.each([
    ['source: ledger, line: 3', 'source: leger, line: 3', 'unknown-source', 'leger'],
    ['value: $12 billion', 'value: a lot', 'unreadable-value', 'a lot'],
    ['line: 3', 'line: three', 'wrong-shape', 'three'],
    ['exact: $12 billion }]', 'exact: $12 billion ]', 'yaml-syntax', ']'],
  ])('finds, for %j, what is wrong with %j', (right, mistaken, code, marked) => {
    const text = facts.replace(right, mistaken);
    const [first] = found(changed(text, { text: facts, issues: [] }), text);
    expect(first?.[0]).toBe(code);
    expect(first?.[1]).toContain(marked.slice(0, 1));
  });

  it('equals a check of the whole file, where a mistake lies in one entry', () => {
    const text = `${facts}  - id: third\n    subject: nobody\n    property: valuation\n    value: 1\n    references: []\n`;
    const whole = found(checked(text), text);
    expect(whole.length).toBeGreaterThan(0);
    expect(found(changed(text, { text: facts, issues: [] }), text)).toEqual(whole);
  });
});

function checked(text: string, isWhole = true): readonly LocatedIssue[] {
  const own = { file: '/packs/a/facts.yaml', pack: '/packs/a', text };
  return checkPackText(own, { packFiles, isWhole });
}

function changed(text: string, saved: { text: string; issues: readonly LocatedIssue[] }) {
  const own = { file: '/packs/a/facts.yaml', pack: '/packs/a', text };
  return checkChangedEntries(own, saved, { packFiles, isWhole: true });
}

/** Code and marked text of each issue. */
function found(issues: readonly LocatedIssue[], text: string): readonly [string, string][] {
  return issues.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

function onDisk(file: string, text: string): PackFile {
  return { file, pack: '/packs/a', data: parsePackFile(file, text).data };
}
