import { describe, expect, it } from 'vitest';
import { buildFactBase } from '../../../server/core/facts/build-fact-base.ts';
import type { PackFile } from '../../../server/core/facts/fact-base.ts';
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
      'entities/a/name wrong-shape: Missing "name"; expected text',
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
      { entity: { parties: ['sky'] } },
      'entities/aldwyn/parties/0 unknown-entity: Unknown entity "sky"',
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
        property: { kind: 'name', unit: undefined, valueType: 'telescope' },
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

  it.each([
    [
      'a list for a value',
      { value: ['open', 'public'] },
      'value unreadable-value: A phrase is one text; write further ways to say it under "synonyms"',
    ],
    [
      'a value that tells nothing',
      { value: 'it is' },
      'value common-phrase: "it is" would match everywhere; expected words that say this alone',
    ],
    [
      'a synonym that tells nothing',
      { synonyms: ['public', 'on'] },
      'synonyms/1 common-phrase: "on" would match everywhere; expected words that say this alone',
    ],
    [
      'a contrary that says the same',
      { synonyms: ['is opened'], opposites: ['closed', 'the opening'] },
      'opposites/1 contradictory-phrase: "the opening" says the value of "aldwyn.mirror" as well; expected the contrary',
    ],
  ])('places %s in a phrase', (_, statement, message) => {
    const pack = telescopePack({
      property: { kind: 'phrase', unit: undefined },
      statement: { value: 'open', ...statement },
    });
    expect(checkPacks(packFile(pack))).toBe(`pack.yaml statements/0/${message}`);
  });

  it.each(['synonyms', 'opposites'])('has %s for phrases only', (key) => {
    const pack = telescopePack({ statement: { [key]: ['wide'] } });
    expect(checkPacks(packFile(pack))).toBe(
      `pack.yaml statements/0/${key} not-a-phrase: "mirror" is a quantity value; ${key} belong to a phrase`,
    );
  });

  it('holds a value to the unit of its property', () => {
    const pack = telescopePack({
      property: { unit: 's-m' },
      more: {
        units: {
          m: { kind: 'length', names: ['metre'] },
          's-m': { kind: 'span' },
        },
      },
    });
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

  it('calls the same id twice in one pack a mistake, and says where that of a later pack overrides', () => {
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
    expect(checkPacks(first, later)).toBe(
      'more.yaml statements/0/id override: This overrides the statement "aldwyn.mirror" of an earlier pack: 8.2 metres',
    );
    expect(buildFactBase([first, later]).issues).toMatchObject([
      { severity: 'information', other: { file: 'pack.yaml', path: ['statements', 0] } },
    ]);
    expect(loadedStatements(first, later)).toEqual(['aldwyn.mirror preferred 9 metres']);
  });

  it('says of every entry that a later pack overrides what it was', () => {
    const later = packFile(telescopePack({ more: { statements: [] } }), {
      file: 'mine.yaml',
      pack: 'mine',
    });
    expect(checkPacks(packFile(telescopePack()), later).split('\n')).toEqual([
      'mine.yaml types/telescope override: This overrides the type "telescope" of an earlier pack: telescope',
      'mine.yaml units/m override: This overrides the unit "m" of an earlier pack',
      'mine.yaml properties/mirror override: This overrides the property "mirror" of an earlier pack: mirror',
      'mine.yaml entities/aldwyn override: This overrides the entity "aldwyn" of an earlier pack: Aldwyn',
      'mine.yaml sources/almanac override: This overrides the source "almanac" of an earlier pack: The almanac',
    ]);
    expect(loadedStatements(packFile(telescopePack()), later)).toEqual(GOOD);
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

  it('opens a circle of parts where it closes', () => {
    const circle = {
      ...telescopePack(),
      entities: {
        aldwyn: { name: 'Aldwyn', type: 'telescope', partOf: 'sky' },
        sky: { name: 'Sky', type: 'telescope', partOf: 'north' },
        north: { name: 'North', type: 'telescope', partOf: 'aldwyn' },
        self: { name: 'Self', type: 'telescope', partOf: 'self' },
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
    expect(checkPacks(packFile(circle)).split('\n')).toEqual([
      'pack.yaml entities/north/partOf circle: "aldwyn" is part of "sky" is part of "north" is part of "aldwyn"; expected no circle',
      'pack.yaml entities/self/partOf circle: "self" is part of "self"; expected no circle',
    ]);
    const { facts } = buildFactBase([packFile(circle)]);
    expect(facts.statements.get('sky.twin')?.containers).toEqual(['sky', 'north']);
  });

  it.each([
    [
      'goodFor: soon',
      { varies: 'over-time', goodFor: 'soon' },
      'goodFor unreadable-time: Cannot read "soon" as a length of time; expected one such as "12 months"',
    ],
    [
      'an unknown subject',
      { subject: ['ferry'] },
      'subject/0 unknown-type: Unknown type "ferry"; define it under "types"',
    ],
    [
      'an unknown type of value',
      { valueType: 'ferry' },
      'valueType unknown-type: Unknown type "ferry"; define it under "types"',
    ],
    [
      'an unknown unit',
      { unit: 'furlong' },
      'unit unknown-unit: Unknown unit "furlong"; define it under "units"',
    ],
    [
      'a unit of a count',
      { kind: 'count' },
      'unit unknown-unit: A count has no unit; expected kind "quantity" for one in "m"',
    ],
    [
      'an unknown kind',
      { kind: 'size' },
      'kind wrong-shape: Found "size"; expected "money", "percent", ',
    ],
    [
      'an unknown cardinality',
      { cardinality: 'many' },
      'cardinality wrong-shape: Found "many"; expected "one", "set" or "open"',
    ],
    [
      'an unknown rate',
      { per: 'century' },
      'per wrong-shape: Found "century"; expected "s", "min", "h", "d", "wk", "mo" or "a"',
    ],
    [
      'a sign that is no truth',
      { signed: 'yes' },
      'signed wrong-shape: Found "yes"; expected true or false',
    ],
    [
      'cues that are no list',
      { cues: 'mirror' },
      'cues wrong-shape: Found "mirror"; expected a list',
    ],
    ['an empty cue', { cues: ['mirror', ''] }, 'cues/1 wrong-shape: Empty; expected text'],
    ['an empty label', { label: null }, 'label wrong-shape: Empty; expected text'],
  ])('places %s in a property, and says so once', (_, property, message) => {
    const said = checkPacks(packFile(telescopePack({ property })));
    expect(said.startsWith(`pack.yaml properties/mirror/${message}`)).toBe(true);
    expect(said).not.toContain('\n');
  });

  it.each([
    [
      'true for a value',
      { value: true },
      'value wrong-shape: Found true; expected text or a list of it',
    ],
    [
      'true in a list of values',
      { value: ['8.2 metres', true] },
      'value/1 wrong-shape: Found true; expected text',
    ],
    [
      'an empty list of values',
      { value: [] },
      'value wrong-shape: Empty; expected at least one entry',
    ],
    [
      'half a line',
      { references: [{ source: 'almanac', line: 1.5, exact: 'x' }] },
      'references/0/line wrong-shape: Found 1.5; expected the number of a line, from 1',
    ],
    [
      'a list of qualifiers',
      { qualifiers: ['maker'] },
      'qualifiers wrong-shape: Found a list; expected a mapping',
    ],
    [
      'an unknown rank',
      { rank: 'best' },
      'rank wrong-shape: Found "best"; expected "preferred", "normal" or "deprecated"',
    ],
    [
      'a word for references',
      { references: 'almanac' },
      'references wrong-shape: Found "almanac"; expected a list',
    ],
  ])('places %s in a statement, in our words', (_, statement, message) => {
    expect(checkPacks(packFile(telescopePack({ statement })))).toBe(
      `pack.yaml statements/0/${message}`,
    );
  });

  it('says every unknown key, and what keys there are', () => {
    const pack = telescopePack({ entity: { nmae: 'A', kind: 'b' } });
    expect(checkPacks(packFile(pack)).split('\n')).toEqual([
      'pack.yaml entities/aldwyn/nmae unknown-key: Unknown key "nmae"; expected name, type, aliases, called, partOf or parties',
      'pack.yaml entities/aldwyn/kind unknown-key: Unknown key "kind"; expected name, type, aliases, called, partOf or parties',
    ]);
  });

  it.each([
    [
      'types',
      { types: { telescope: {} } },
      'types/telescope/label wrong-shape: Missing "label"; expected text',
    ],
    [
      'units',
      { units: { m: { names: ['metre'] } } },
      'units/m/kind wrong-shape: Missing "kind"; expected text',
    ],
    [
      'sources',
      { sources: { almanac: {} } },
      'sources/almanac/title wrong-shape: Missing "title"; expected text',
    ],
    [
      'entities',
      {
        entities: {
          aldwyn: { name: 'Aldwyn', type: 'telescope', size: 1 },
          eye: { name: 'Eye', type: 'telescope', partOf: 'aldwyn', parties: ['aldwyn'] },
        },
      },
      'entities/aldwyn/size unknown-key: ',
    ],
    [
      'properties',
      { properties: { mirror: { label: 'mirror' } } },
      'properties/mirror/kind wrong-shape: Missing "kind"; expected "money", ',
    ],
  ])('lets no mistake of %s echo in what refers to them', (_, more, message) => {
    const said = checkPacks(packFile(telescopePack({ more })));
    expect(said.startsWith(`pack.yaml ${message}`)).toBe(true);
    expect(said).not.toContain('\n');
  });

  it('holds ids to their form, and says so once', () => {
    const entities = { 'A B': { name: 'Aldwyn', type: 'telescope' } };
    const pack = telescopePack({ statement: { subject: 'A B' }, more: { entities } });
    expect(checkPacks(packFile(pack))).toBe(
      'pack.yaml entities/A B wrong-shape: Found "A B"; expected an id: lower-case letters, digits, dots and hyphens',
    );
  });

  it.each([
    ['m', '8.2 metres'],
    ['km', '820 cm'],
    ['mile', '8.2 metres'],
    ['miles', '8.2 metres'],
  ])('reads a property in %s in its base unit', (unit, value) => {
    const units = {
      m: { kind: 'length', names: ['metre'], symbols: ['m'], prefixes: 'si' },
      mile: { kind: 'length', names: ['mile'], unit: 'm', factor: 1609.344 },
    };
    const pack = telescopePack({ property: { unit }, statement: { value }, more: { units } });
    expect(checkPacks(packFile(pack))).toBe('');
    expect(buildFactBase([packFile(pack)]).facts.properties.get('mirror')?.unit).toBe('m');
  });

  it.each([
    [
      'nothing',
      { mile: { kind: 'length', unit: 'foot' } },
      'Unknown unit "foot"; define it under "units"',
    ],
    [
      'another multiple',
      { foot: { kind: 'length', unit: 'm' }, mile: { kind: 'length', unit: 'foot' } },
      '"foot" is itself a multiple; expected its base "m", and the factor to that',
    ],
  ])('refuses a unit that is a multiple of %s', (_, units, message) => {
    const all = { m: { kind: 'length', names: ['metre'], symbols: ['m'] }, ...units };
    expect(checkPacks(packFile(telescopePack({ more: { units: all } })))).toBe(
      `pack.yaml units/mile/unit unknown-unit: ${message}`,
    );
  });

  it('leaves a source undated whose day there never was', () => {
    const sources = { almanac: { title: 'The almanac', date: '2025-02-30' } };
    const pack = packFile(telescopePack({ more: { sources } }));
    expect(checkPacks(pack)).toBe(
      'pack.yaml sources/almanac/date impossible-date: No such day as "2025-02-30"',
    );
    expect(buildFactBase([pack]).facts.sources.get('almanac')?.date).toBeNull();
    expect(loadedStatements(pack)).toEqual(GOOD);
  });

  it.each(['2025-02-30', '31 June 2020', '2025-13', 'June 40, 2020'])(
    'knows that there is no %s',
    (value) => {
      const pack = telescopePack({
        property: { kind: 'date', unit: undefined },
        statement: { value },
      });
      expect(checkPacks(packFile(pack))).toBe(
        `pack.yaml statements/0/value impossible-date: No such day as "${value}"`,
      );
    },
  );

  it.each([
    '2025-02-28',
    '2020',
    '2025-H1',
    'June 30, 2020',
    '30 June 2020',
    'the 30th of June 2020',
    'late October 2025',
    'Q3 2025',
  ])('reads %s as a date', (value) => {
    const pack = telescopePack({
      property: { kind: 'date', unit: undefined },
      statement: { value },
    });
    expect(checkPacks(packFile(pack))).toBe('');
  });

  it('tells the id of an entity that a value gives by its name', () => {
    const property = { kind: 'name', unit: undefined, valueType: 'telescope' };
    const pack = telescopePack({ property, statement: { value: 'Aldwyn' } });
    expect(checkPacks(packFile(pack))).toBe(
      'pack.yaml statements/0/value unknown-entity: Unknown entity "Aldwyn"; the id of what has this name is "aldwyn"',
    );
  });

  it.each([
    [
      'a period without its time',
      { varies: 'by-period' },
      {},
      ' no-time: "mirror" has a value for each period; give this one its "time"',
    ],
    [
      'a qualifier that its property requires',
      { requires: ['surveyor'] },
      {},
      ' no-qualifier: "mirror" requires a surveyor; give it under "qualifiers"',
    ],
    [
      'a name of another type',
      { kind: 'name', unit: undefined, valueType: 'ridge' },
      { value: ['aldwyn'] },
      '/value/0 other-value-type: "aldwyn" is of type telescope; a value of "mirror" is of type ridge',
    ],
  ])('warns of %s, and loads the statement', (_, property, statement, message) => {
    const types = { telescope: { label: 'telescope' }, ridge: { label: 'ridge' } };
    const pack = packFile(telescopePack({ property, statement, more: { types } }));
    expect(checkPacks(pack)).toBe(`pack.yaml statements/0${message}`);
    expect(buildFactBase([pack]).issues[0]?.severity).toBe('warning');
    expect(loadedStatements(pack)).toHaveLength(1);
  });

  it('takes a property to be stated of whatever a pack states it of', () => {
    const types = { telescope: { label: 'telescope' }, ridge: { label: 'ridge' } };
    const subjectTypes = (subject: readonly string[]) =>
      buildFactBase([
        packFile(telescopePack({ property: { subject }, more: { types } })),
      ]).facts.properties.get('mirror')?.subjectTypes;
    expect(subjectTypes(['ridge'])).toEqual(['ridge', 'telescope']);
    expect(subjectTypes(['telescope'])).toEqual(['telescope']);
    expect(subjectTypes([])).toEqual([]);
  });

  it('opens a circle of parties where it closes', () => {
    const deal = (name: string, ...parties: readonly string[]) => ({
      name,
      type: 'telescope',
      parties,
    });
    const entities = {
      aldwyn: { name: 'Aldwyn', type: 'telescope' },
      one: deal('One pact', 'aldwyn', 'two'),
      two: deal('Two pact', 'aldwyn', 'three'),
      three: deal('Three pact', 'one'),
      own: deal('Own pact', 'own'),
    };
    const pack = packFile(telescopePack({ more: { entities } }));
    expect(checkPacks(pack).split('\n')).toEqual([
      'pack.yaml entities/one/parties/1 circle: "one" is a party to "two" itself; expected no circle',
      'pack.yaml entities/own/parties/0 circle: "own" is a party to "own" itself; expected no circle',
    ]);
    expect(buildFactBase([pack]).facts.entities.get('one')?.parties).toEqual(['aldwyn']);
    expect(buildFactBase([pack]).facts.entities.get('three')?.parties).toEqual(['one']);
  });

  it.each(['the great eye', 'our great eye', 'a mirror in the hills'])(
    'takes "%s" for a description and no name',
    (alias) => {
      expect(checkPacks(packFile(telescopePack({ entity: { aliases: [alias] } })))).toBe(
        `pack.yaml entities/aldwyn/aliases/0 common-name: "${alias}" would match everywhere; expected a name that means "Aldwyn" alone; a description belongs under "called"`,
      );
    },
  );

  it.each(['the telescope', 'telescope', 'telescopes', 'the', 'It', 'of the', '2024', '1,200'])(
    'refuses "%s" for a name, and keeps the others',
    (alias) => {
      const types = { telescope: { label: 'telescope', nouns: ['telescope'] } };
      const pack = telescopePack({ entity: { aliases: ['Big Eye', alias] }, more: { types } });
      expect(checkPacks(packFile(pack))).toBe(
        `pack.yaml entities/aldwyn/aliases/1 common-name: "${alias}" would match everywhere; expected a name that means "Aldwyn" alone${alias === 'the telescope' ? '; a description belongs under "called"' : ''}`,
      );
      const { facts } = buildFactBase([packFile(pack)]);
      expect(facts.entities.get('aldwyn')?.aliases).toEqual(['Big Eye']);
    },
  );

  it.each([
    ['earlier', (good: PackFile, bad: PackFile) => [good, bad]],
    ['later', (good: PackFile, bad: PackFile) => [bad, good]],
  ])('takes the good entry of an %s pack in place of a broken one', (_, order) => {
    const bad = packFile({ entities: { aldwyn: {} } }, { file: 'bad.yaml', pack: 'bad' });
    const files = order(packFile(telescopePack()), bad);
    expect(checkPacks(...files).split('\n')).toEqual([
      'bad.yaml entities/aldwyn/name wrong-shape: Missing "name"; expected text',
      'bad.yaml entities/aldwyn/type wrong-shape: Missing "type"; expected text',
    ]);
    expect(loadedStatements(...files)).toEqual(GOOD);
  });

  it('leaves out what has no name of its own, and says so once', () => {
    expect(checkPacks(packFile(telescopePack({ entity: { name: 'the' } })))).toBe(
      'pack.yaml entities/aldwyn/name common-name: "the" would match everywhere; expected a name that means one thing alone',
    );
  });

  it.each(['The Telescope', 'big telescope', 'US', 'WHO', 'iPort', 'Aldwyn 2'])(
    'takes "%s" for a name',
    (alias) => {
      const types = { telescope: { label: 'telescope', nouns: ['telescope'] } };
      const pack = telescopePack({ entity: { aliases: [alias] }, more: { types } });
      expect(checkPacks(packFile(pack))).toBe('');
    },
  );
});
