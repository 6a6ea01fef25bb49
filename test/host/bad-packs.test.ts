import { ftruncateSync, openSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../server/host/load-facts.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What goes on whatever is wrong beside it. */
const GOOD = `pack: city
title: A city
referenceDate: 2025-06-01
entities:
  springfield: { name: Springfield, type: company, called: [river works] }
  shelbyville: { name: Shelbyville, type: company }
sources:
  report: { title: Annual report }
statements:
  - id: springfield.valuation
    subject: springfield
    property: valuation
    value: $4 million
    time: 2025-05
    references: [{ source: report, line: 2, exact: $4m }]
`;

const statement = (id: string, entry: string): string =>
  `  - { id: ${id}, subject: springfield, ${entry}, references: [{ source: report, line: 2, exact: x }] }\n`;

/** The issues of a pack with this further file, one a line: place, level, code and message. */
async function issuesOf(bad: string | Uint8Array): Promise<string> {
  const folder = temporaryFolder({ 'pack.yaml': GOOD, 'worse.yaml': bad });
  const { facts, issues } = await loadFacts({ dirs: [folder], useDefault: false });
  expect([...facts.statements.keys()]).toContain('springfield.valuation');
  return issues
    .map(({ file, position, severity, code, message }) => {
      const place = `${relative(folder, file)}:${position.line}:${position.column}`;
      return `${place} ${severity} ${code}: ${message.replaceAll(join(folder, '/'), '')}`;
    })
    .join('\n');
}

describe('a bad pack file', () => {
  it.each([
    [
      'an id that another file of the pack has',
      `statements:\n${statement('springfield.valuation', 'property: valuation, value: $5 million')}`,
      'worse.yaml:2:11 error duplicate-id: "springfield.valuation" stands in pack.yaml already; ids must be unique',
    ],
    [
      'an id twice in one list',
      `statements:\n${statement('a.b', 'property: headcount, value: 12')}${statement('a.b', 'property: headcount, value: 13')}`,
      'worse.yaml:3:11 error duplicate-id: "a.b" stands in worse.yaml already; ids must be unique',
    ],
    [
      'a key twice in one mapping',
      'entities:\n  tarn: { name: Tarn, type: company }\n  tarn: { name: Tarn Two, type: company }\n',
      'worse.yaml:3:3 error duplicate-key: "tarn" stands here already; expected each key once',
    ],
    [
      'two preferred values at the same time',
      `statements:\n${statement('a.1', 'property: headcount, value: 12, time: 2025-05, rank: preferred')}${statement('a.2', 'property: headcount, value: 13, time: 2025-05, rank: preferred')}`,
      'worse.yaml:3:91 error two-preferred: "a.1" is preferred for the same question with another value; expected one preferred value',
    ],
    [
      'a value in a unit that does not fit its property',
      `statements:\n${statement('a.1', 'property: power-demand, value: 12 tonnes')}`,
      'worse.yaml:2:69 error wrong-unit: "12 tonnes" is in g; "power-demand" is in W',
    ],
    [
      'a value of another kind than its property',
      `statements:\n${statement('a.1', 'property: valuation, value: 12 tonnes')}`,
      'worse.yaml:2:66 error unreadable-value: Cannot read "12 tonnes" as a money value; "valuation" is a money value',
    ],
    [
      'an unknown entity',
      'entities:\n  north: { name: North, type: company, partOf: sky }\n',
      'worse.yaml:2:48 error unknown-entity: Unknown entity "sky"',
    ],
    [
      'a time that never was',
      `statements:\n${statement('a.1', 'property: headcount, value: 12, time: 2025-02-30')}`,
      'worse.yaml:2:76 error impossible-date: No such day as "2025-02-30"',
    ],
    [
      'a value that is no date',
      `statements:\n${statement('a.1', 'property: founding-date, value: 31 June 2020')}`,
      'worse.yaml:2:70 error impossible-date: No such day as "31 June 2020"',
    ],
    [
      'a circle of parts',
      'entities:\n  east: { name: East, type: place, partOf: west }\n  west: { name: West, type: place, partOf: east }\n',
      'worse.yaml:3:44 error circle: "east" is part of "west" is part of "east"; expected no circle',
    ],
    [
      'a circle of parties',
      'entities:\n  pact: { name: The Pact, type: deal, parties: [springfield, pact] }\n',
      'worse.yaml:2:62 error circle: "pact" is a party to "pact" itself; expected no circle',
    ],
    [
      'a circle of units',
      'units:\n  rod: { kind: length, unit: perch }\n  perch: { kind: length, unit: rod }\n',
      'worse.yaml:2:30 error unknown-unit: "perch" is itself a multiple; expected its base "rod", and the factor to that',
    ],
    [
      'a circle of YAML aliases',
      'entities: &all\n  tarn: { name: Tarn, type: company }\n  moss: *all\n',
      'worse.yaml:3:9 error yaml-alias: "*all" stands inside what it stands for; expected no circle',
    ],
    [
      'an alias that would match everywhere',
      'entities:\n  tarn: { name: Tarn, type: company, aliases: [the company, Tarn Ltd] }\n',
      'worse.yaml:2:48 error common-name: "the company" would match everywhere; expected a name that means "Tarn" alone; a description belongs under "called"',
    ],
    [
      'a tab for indentation',
      'entities:\n\ttarn: { name: Tarn, type: company }\n',
      'worse.yaml:2:1 error yaml-syntax: This is not valid YAML: Tabs are not allowed as indentation',
    ],
    [
      'what is not UTF-8',
      Buffer.from('entities:\n  a: { name: Z\xfcrich }\n', 'latin1'),
      'worse.yaml:2:15 error not-utf-8: Byte 0xfc is not UTF-8; save the file as UTF-8',
    ],
  ])('with %s is told of at its place, and the rest goes on', async (_, bad, message) => {
    expect(await issuesOf(bad)).toBe(message);
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['tabs between words', (text: string) => text.replaceAll(', type:', ',\ttype:')],
  ])('is a good one with %s', async (_, changed) => {
    const good = `entities:\n  tarn: { name: Tarn, type: company }\nstatements:\n${statement('tarn.1', 'property: headcount, value: 12')}`;
    expect(await issuesOf(changed(good))).toBe('');
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
  ])('has its mistakes at the same places with %s', async (_, changed) => {
    const bad = `statements:\n${statement('a.1', 'property: headcount, value: soon')}`;
    expect(await issuesOf(changed(bad))).toBe(await issuesOf(bad));
  });

  it('of 50 MB is refused by its size, unread', async () => {
    const folder = temporaryFolder({ 'pack.yaml': GOOD, 'worse.yaml': '' });
    ftruncateSync(openSync(join(folder, 'worse.yaml'), 'r+'), 50_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const { facts, issues } = await loadFacts({ dirs: [folder], useDefault: false });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    expect(facts.statements.size).toBe(1);
    expect(issues).toMatchObject([
      {
        code: 'too-large',
        file: join(folder, 'worse.yaml'),
        message: 'The file is too large; up to 20 MB are read',
      },
    ]);
  });

  it('of aliases that stand for gigabytes is refused in no time', async () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level++) {
      const ten = Array(10)
        .fill(`*a${level - 1}`)
        .join(', ');
      bomb.push(`a${level}: &a${level} [${ten}]`);
    }
    expect(await issuesOf(bomb.join('\n'))).toBe(
      'worse.yaml:2:10 error yaml-alias: The aliases of this file stand for too much; at most 100 nodes may be repeated',
    );
  });
});
