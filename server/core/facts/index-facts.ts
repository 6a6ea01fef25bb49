import type { Entity, FactBase, Property, Statement } from './fact-base.ts';
import { plural } from './inflect.ts';
import { addPhrase, emptyLexicon, type Lexicon, type Meaning } from './lexicon.ts';
import { indexOpenings, indexPhrases } from './phrases.ts';

/** The words that name a property, as its pack lists them. */
export interface PropertyCues {
  readonly property: string;
  readonly cues: readonly string[];
  readonly weak: readonly string[];
}

type Index = Pick<
  FactBase,
  | 'lexicon'
  | 'about'
  | 'phrases'
  | 'phraseOpenings'
  | 'dealsByParty'
  | 'leads'
  | 'partsOf'
  | 'dealTypes'
  | 'dealNouns'
  | 'partyTypes'
  | 'naming'
  | 'valueTypes'
>;
type Unindexed = Omit<FactBase, keyof Index>;

/** The look-ups that make checking independent of the number of statements. */
export function indexFacts(facts: Unindexed, cues: readonly PropertyCues[]): Index {
  const phrases = indexPhrases(facts);
  const deals = indexDealTypes(facts);
  return {
    lexicon: buildLexicon(facts, cues),
    about: indexStatements(facts),
    phrases,
    phraseOpenings: indexOpenings(phrases),
    dealsByParty: indexParties(facts),
    leads: indexLeaders(facts),
    partsOf: indexParts(facts),
    ...deals,
    naming: indexNaming(facts, deals.partyTypes),
    valueTypes: new Set([...facts.properties.values()].flatMap(({ valueType }) => valueType ?? [])),
  };
}

const NONE: readonly Statement[] = [];

/** The statements of a subject and a property, in the order of the packs. */
export function statementsAbout(
  { about }: FactBase,
  subject: string,
  property: string,
): readonly Statement[] {
  return about.get(subject)?.get(property) ?? NONE;
}

function indexStatements({ statements }: Unindexed): FactBase['about'] {
  const index = new Map<string, Map<string, Statement[]>>();
  for (const statement of statements.values()) {
    const properties = index.get(statement.subject) ?? new Map<string, Statement[]>();
    index.set(statement.subject, properties);
    const list = properties.get(statement.property);
    if (list) list.push(statement);
    else properties.set(statement.property, [statement]);
  }
  return index;
}

function indexDealTypes({
  entities,
  types,
}: Unindexed): Pick<Index, 'dealTypes' | 'dealNouns' | 'partyTypes'> {
  const deals = [...entities.values()].filter(({ parties }) => parties.length > 0);
  const parties = deals.flatMap((deal) =>
    deal.parties.flatMap((id) => entities.get(id)?.type ?? []),
  );
  const dealTypes = new Set(deals.map(({ type }) => type));
  const nouns = [...dealTypes].flatMap((type) => types.get(type)?.nouns ?? []);
  const forms = nouns.flatMap((noun) => [noun, plural(noun)]).map((noun) => noun.toLowerCase());
  return { dealTypes, dealNouns: new Set(forms), partyTypes: new Set(parties) };
}

function indexNaming({ properties }: Unindexed, parties: ReadonlySet<string>): FactBase['naming'] {
  const isNaming = ({ valueType }: Property): boolean =>
    valueType === 'person' || parties.has(valueType ?? '');
  return new Set([...properties.values()].filter(isNaming).map(({ id }) => id));
}

function indexParts({ entities }: Unindexed): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { id, partOf } of entities.values()) if (partOf !== null) append(index, partOf, id);
  return index;
}

/** By person, the subjects of the posts that they hold last on record: one who left stands for the company no more. */
function indexLeaders({ statements, properties }: Unindexed): FactBase['leads'] {
  const latest = new Map<string, Statement>();
  for (const statement of statements.values()) {
    const { valueType, cardinality, varies } = properties.get(statement.property) ?? {};
    if (valueType !== 'person' || cardinality !== 'one' || varies !== 'over-time') continue;
    const post = `${statement.subject} ${statement.property}`;
    const known = latest.get(post);
    if (!known || (known.time ?? '') < (statement.time ?? '')) latest.set(post, statement);
  }
  const index = new Map<string, string[]>();
  for (const { subject, figures } of latest.values()) {
    for (const person of figures.flatMap(({ entities }) => entities)) {
      if (!index.get(person)?.includes(subject)) append(index, person, subject);
    }
  }
  return index;
}

function indexParties({ entities }: Unindexed): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { id, parties } of entities.values()) {
    for (const party of parties) append(index, party, id);
  }
  return index;
}

function append(index: Map<string, string[]>, key: string, value: string): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}

function buildLexicon({ entities, types }: Unindexed, cues: readonly PropertyCues[]): Lexicon {
  const lexicon = emptyLexicon();
  for (const { id, name, type, aliases, called, parties } of entities.values()) {
    const isModel = (types.get(type)?.shapes.length ?? 0) > 0;
    for (const alias of [name, ...aliases]) {
      if (parties.length > 0 && parties.every((party) => isNamedIn(alias, entities.get(party))))
        continue;
      const meaning: Meaning = { kind: 'entity', entity: id };
      addPhrase(lexicon, alias, meaning, 'proper');
      if (isModel) addPhrase(lexicon, `${alias}s`, meaning, 'proper');
    }
    for (const description of called)
      addCommon(lexicon, description, { kind: 'called', entity: id });
  }
  for (const { id, nouns } of types.values()) {
    for (const noun of nouns) addCommon(lexicon, noun, { kind: 'noun', type: id });
  }
  for (const { property, cues: strong, weak } of cues) {
    for (const cue of strong)
      addPhrase(lexicon, cue, { kind: 'cue', property, strength: 'strong' }, 'cue');
    for (const cue of weak)
      addPhrase(lexicon, cue, { kind: 'cue', property, strength: 'weak' }, 'cue');
  }
  return lexicon;
}

/** Whether a deal's name only puts its parties together: "Acme–Borealis deal" is read as their names and the word for a deal. */
function isNamedIn(name: string, party: Entity | undefined): boolean {
  return party !== undefined && [party.name, ...party.aliases].some((one) => name.includes(one));
}

/** A description with its plural: "startup", "cloud units". */
function addCommon(lexicon: Lexicon, phrase: string, meaning: Meaning): void {
  const words = phrase.split(' ');
  const last = words.pop() ?? '';
  addPhrase(lexicon, phrase, meaning, 'common');
  addPhrase(lexicon, [...words, plural(last)].join(' '), meaning, 'common');
}

/** An entity, what it is part of and its parts. */
export function family({ entities, partsOf }: FactBase, id: string): readonly string[] {
  return [id, entities.get(id)?.partOf ?? id, ...(partsOf.get(id) ?? [])];
}
