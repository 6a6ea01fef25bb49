import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../../server/core/facts/build-fact-base.ts';
import { checkPacks, loadedStatements, packFile, telescopePack } from './check-pack.ts';

const GOOD = ['aldwyn.mirror preferred 8.2 metres'];

describe('buildFactBase()', () => {
  it('loads a good pack without a word', () => {
    expect(checkPacks(packFile(telescopePack()))).toBe('');
    expect(loadedStatements(packFile(telescopePack()))).toEqual(GOOD);
  });

  it.each([
    [
      'a file that is a list',
      [],
      '. not-a-mapping: Empty; expected a mapping with keys such as "entities" or "statements"',
    ],
    [
      'a file that is a word',
      'pack',
      '. not-a-mapping: Found "pack"; expected a mapping with keys such as "entities" or "statements"',
    ],
    [
      'an unknown key',
      { statments: [] },
      'statments unknown-key: Unknown key "statments"; expected ',
    ],
    [
      'a key of every object',
      { constructor: {} },
      'constructor unknown-key: Unknown key "constructor"; expected ',
    ],
    [
      'a section that is a list',
      { entities: [] },
      'entities not-a-mapping: Empty; expected a mapping from ids to entries',
    ],
    [
      'statements that are no list',
      { statements: {} },
      'statements not-a-list: Found a mapping; expected a list of statements',
    ],
    [
      'a reference date that is none',
      { referenceDate: 'soon' },
      'referenceDate wrong-shape: Found "soon"; expected a day: 2025-11-03',
    ],
    [
      'a reference date that is no day',
      { referenceDate: '2025-02-30' },
      'referenceDate impossible-date: No such day as "2025-02-30"',
    ],
    [
      'an entry without a name',
      { entities: { a: { type: 'x' } } },
      'entities/a/name wrong-shape: Missing; expected text',
    ],
    [
      'an unknown key of an entry',
      { sources: { a: { title: 'A', year: 5 } } },
      'sources/a/year unknown-key: Unknown key "year"; expected title, publisher, date, url or digest',
    ],
    [
      'a wrong digest',
      { sources: { a: { title: 'A', digest: 'f0' } } },
      'sources/a/digest wrong-shape: Found "f0"; expected a SHA-256 digest: 64 hexadecimal digits',
    ],
  ])('places the mistake of %s', (_, data, message) => {
    expect(checkPacks(packFile(data))).toContain(`pack.yaml ${message}`);
  });

  it.each([
    [
      'a type',
      { entity: { type: 'ferry' } },
      'entities/aldwyn/type unknown-type: Unknown type "ferry"; define it under "types"',
    ],
    [
      'a whole',
      { entity: { partOf: 'sky' } },
      'entities/aldwyn/partOf unknown-entity: Unknown entity "sky"',
    ],
    [
      'a party',
      { entity: { parties: ['aldwyn', 'sky'] } },
      'entities/aldwyn/parties/1 unknown-entity: Unknown entity "sky"',
    ],
    [
      'a subject',
      { statement: { subject: 'sky' } },
      'statements/0/subject unknown-entity: Unknown entity "sky"',
    ],
    [
      'a property',
      { statement: { property: 'colour' } },
      'statements/0/property unknown-property: Unknown property "colour"',
    ],
    [
      'a source',
      { statement: { references: [{ source: 'web', line: 1, exact: 'x' }] } },
      'statements/0/references/0/source unknown-source: Unknown source "web"',
    ],
    [
      'a named value',
      {
        property: { kind: 'name', unit: '', valueType: 'telescope' },
        statement: { value: ['aldwyn', 'sky'] },
      },
      'statements/0/value/1 unknown-entity: Unknown entity "sky"',
    ],
  ])('places a reference to %s that no pack defines', (_, changes, message) => {
    expect(checkPacks(packFile(telescopePack(changes)))).toBe(`pack.yaml ${message}`);
  });

  it.each([
    [
      'words for a number',
      { value: 'rather large' },
      'statements/0/value unreadable-value: Cannot read "rather large" as a quantity value; "mirror" is a quantity value',
    ],
    [
      'another kind',
      { value: '8.2 years' },
      'statements/0/value unreadable-value: Cannot read "8.2 years" as a quantity value',
    ],
    [
      'a bad further value',
      { also: ['8 metres', 'wide'] },
      'statements/0/also/1 unreadable-value: Cannot read "wide"',
    ],
    [
      'a bad member',
      { value: ['8.2 metres', 'wide'] },
      'statements/0/value/1 unreadable-value: Cannot read "wide"',
    ],
    [
      'a time that is no day',
      { time: '2025-02-30' },
      'statements/0/time impossible-date: No such day as "2025-02-30"',
    ],
    [
      'a time of no form',
      { time: 'last week' },
      'statements/0/time wrong-shape: Found "last week"; expected 2025-11-03, 2025-11, 2025-Q3, 2025-H1 or 2025',
    ],
    [
      'no reference',
      { references: [] },
      'statements/0/references wrong-shape: Empty; expected at least one reference: no statement without a source',
    ],
    [
      'a line of zero',
      { references: [{ source: 'almanac', line: 0, exact: 'x' }] },
      'statements/0/references/0/line wrong-shape: Found 0; expected the number of a line, from 1',
    ],
    [
      'an id in capitals',
      { id: 'Aldwyn' },
      'statements/0/id wrong-shape: Found "Aldwyn"; expected an id: lower-case letters, digits, dots and hyphens',
    ],
    ['an unknown key', { valeu: 1 }, 'statements/0/valeu unknown-key: Unknown key "valeu"'],
  ])('places %s in a statement', (_, statement, message) => {
    expect(checkPacks(packFile(telescopePack({ statement })))).toContain(`pack.yaml ${message}`);
    expect(loadedStatements(packFile(telescopePack({ statement })))).toEqual([]);
  });

  it('holds a value to the unit of its property', () => {
    const pack = telescopePack({ property: { unit: 's-m' }, more: { units: {
      m: { kind: 'length', names: ['metre'] }, 's-m': { kind: 'span' } } } });
    expect(checkPacks(packFile(pack))).toBe(
      'pack.yaml statements/0/value wrong-unit: "8.2 metres" is in m; "mirror" is in s-m',
    );
  });

  it('loads what is good beside what is not', () => {
    const { statements } = telescopePack();
    const bad = {
      id: 'aldwyn.age',
      subject: 'aldwyn',
      property: 'mirror',
      value: '?',
      references: [],
    };
    const good = Array.isArray(statements) ? statements : [];
    const pack = telescopePack({ more: { statements: [bad, 'nothing', ...good], sky: 1 } });
    expect(loadedStatements(packFile(pack))).toEqual(GOOD);
    expect(checkPacks(packFile(pack)).split('\n')).toHaveLength(3);
  });

  it('calls the same id twice in one pack a mistake, and takes that of a later pack', () => {
    const first = packFile(telescopePack());
    const twice = packFile(
      { statements: telescopePack({ statement: { value: '9 metres' } }).statements },
      { file: 'more.yaml' },
    );
    expect(checkPacks(first, twice)).toBe(
      'more.yaml statements/0/id duplicate-id: "aldwyn.mirror" stands in pack.yaml already; ids must be unique',
    );
    expect(loadedStatements(first, twice)).toEqual(GOOD);
    const later = { ...twice, pack: 'mine' };
    expect(checkPacks(first, later)).toBe('');
    expect(loadedStatements(first, later)).toEqual(['aldwyn.mirror preferred 9 metres']);
  });

  it('takes the entity, the source and the reference date of a later pack too', () => {
    const own = {
      pack: 'mine',
      file: 'mine.yaml',
      data: {
        entities: { aldwyn: { name: 'The Big Eye', type: 'telescope' } },
        referenceDate: '2025-01-02',
      },
    };
    const { facts } = buildFactBase([
      packFile(telescopePack({ more: { referenceDate: '2024-01-02' } })),
      own,
    ]);
    expect(facts.entities.get('aldwyn')?.name).toBe('The Big Eye');
    expect(facts.referenceDate).toBe('2025-01-02');
  });

  it.each([undefined, null, {}])('takes an empty file (%s) for an empty pack', (data) => {
    expect(checkPacks(packFile(data))).toBe('');
  });

  it('takes sections without entries for empty ones', () => {
    expect(checkPacks(packFile({ entities: null, statements: null }))).toBe('');
  });

  it('reads values as a pack and not as a draft', () => {
    const { facts } = buildFactBase([
      packFile(telescopePack({ statement: { value: 'nearly 100 metres' } })),
    ]);
    const interval = facts.statements.get('aldwyn.mirror')?.figures[0]?.interval;
    expect(interval?.min).toBe(97n * 10n ** 18n);
  });

  it('gives equal content an equal revision, and other content another', () => {
    const revision = (value: string): string =>
      buildFactBase([packFile(telescopePack({ statement: { value } }))]).facts.revision;
    expect(revision('8.2 metres')).toBe(revision('8.2 metres'));
    const values = ['8.2 metres', '8.3 metres', '82 metres', '2.8 metres', '8.2 metre'];
    expect(new Set(values.map(revision)).size).toBe(values.length);
  });

  it('ends the chain of wholes where it comes back to itself', () => {
    const circle = {
      ...telescopePack({ entity: { partOf: 'sky' } }),
      entities: {
        aldwyn: { name: 'Aldwyn', type: 'telescope', partOf: 'sky' },
        sky: { name: 'Sky', type: 'telescope', partOf: 'aldwyn' },
      },
      properties: { twin: { label: 'twin', kind: 'name', valueType: 'telescope', cues: ['twin'] } },
      statements: [
        {
          id: 'sky.twin',
          subject: 'sky',
          property: 'twin',
          value: 'aldwyn',
          references: [{ source: 'almanac', line: 1, exact: 'x' }],
        },
      ],
    };
    const { facts, issues } = buildFactBase([packFile(circle)]);
    expect(issues).toEqual([]);
    expect(facts.statements.get('sky.twin')?.containers).toEqual(['sky', 'aldwyn']);
  });
});
