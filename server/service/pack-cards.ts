import type { FactBase } from '../core/facts/fact-base.ts';
import {
  entitySchema,
  propertySchema,
  sourceSchema,
  typeSchema,
  unitSchema,
} from '../core/facts/pack-schema.ts';
import type { SectionName } from '../core/facts/read-sections.ts';
import { type CardDress, markdownDress, plainDress } from './card-dress.ts';
import { counted } from './counted.ts';
import { describeTime } from './describe-time.ts';
import { entryKey, type PackCatalogue } from './pack-catalogue.ts';

/** A short text about something in a pack, in both forms that editors show. */
export interface PackCard {
  readonly markdown: string;
  readonly plain: string;
}

/** What packs define, as written and as read. */
export interface PackKnowledge {
  readonly catalogue: PackCatalogue;
  readonly facts: FactBase;
}

/** A long list of cues or aliases says no more than its beginning. */
const LISTED = 12;

/** What an entry of a pack is: its name or label, and what it is used by. Undefined for an unknown id. */
export function entryCard(
  section: SectionName,
  id: string,
  knowledge: PackKnowledge,
): PackCard | undefined {
  const raw = knowledge.catalogue.find(section, id);
  if (raw === undefined) return undefined;
  return inBothForms((dress) => describers[section](id, raw, knowledge, dress));
}

/** One line about an entry, for a list to choose from: its name, label or title; '' where it has none yet. */
export function entryTitle(catalogue: PackCatalogue, section: SectionName, id: string): string {
  const title = entryKey(catalogue, section, id, titleKeys[section]);
  return typeof title === 'string' ? title : '';
}

/** The key of an entry that people know it by. */
const titleKeys: Readonly<Record<SectionName, string>> = {
  entities: 'name',
  properties: 'label',
  sources: 'title',
  types: 'label',
  units: 'kind',
};

type Describe = (
  id: string,
  raw: unknown,
  knowledge: PackKnowledge,
  dress: CardDress,
) => readonly string[];

const describers: Readonly<Record<SectionName, Describe>> = {
  entities: describeEntity,
  properties: describeProperty,
  sources: describeSource,
  types: describeType,
  units: describeUnit,
};

/** A card in Markdown and in plain text; empty paragraphs are left out. */
export function inBothForms(describe: (dress: CardDress) => readonly string[]): PackCard {
  const write = (dress: CardDress): string =>
    dress.paragraphs(describe(dress).filter((paragraph) => paragraph !== ''));
  return { markdown: write(markdownDress), plain: write(plainDress) };
}

function describeEntity(
  id: string,
  raw: unknown,
  { catalogue, facts }: PackKnowledge,
  dress: CardDress,
): readonly string[] {
  const parsed = entitySchema.safeParse(raw);
  if (!parsed.success) return unfinished(id, 'entity', dress);
  const { name, type, aliases, called, partOf, parties } = parsed.data;
  const nameOf = (other: string): string => entryTitle(catalogue, 'entities', other) || other;
  const kind = entryTitle(catalogue, 'types', type) || type;
  const count = [...(facts.about.get(id)?.values() ?? [])].flat().length;
  return [
    `${dress.bold(name)}${dress.text(` · ${kind}`)}`,
    listed('Also', aliases, dress),
    listed('Called', called, dress),
    listed('Part of', partOf === null ? [] : [nameOf(partOf)], dress),
    listed('Parties', parties.map(nameOf), dress),
    dress.text(
      count === 0 ? 'Nothing is on record about it' : `${counted(count, 'statement')} on record`,
    ),
  ];
}

function describeProperty(
  id: string,
  raw: unknown,
  _: PackKnowledge,
  dress: CardDress,
): readonly string[] {
  const parsed = propertySchema.safeParse(raw);
  if (!parsed.success) return unfinished(id, 'property', dress);
  const {
    label,
    kind,
    unit,
    valueType,
    subject,
    cardinality,
    varies,
    goodFor,
    cues,
    weak,
    requires,
  } = parsed.data;
  const measured = [unit === '' ? '' : ` in ${unit}`, valueType === null ? '' : ` (${valueType})`];
  const good = goodFor === undefined ? '' : `, good for ${goodFor}`;
  return [
    `${dress.bold(label)}${dress.text(` · ${kind}${measured.join('')} · ${cardinality} · ${varies}${good}`)}`,
    listed('Stated of', subject, dress),
    listed('Cues', cues, dress),
    listed('Weak cues', weak, dress),
    listed('Only beside', requires, dress),
  ];
}

function describeSource(
  id: string,
  raw: unknown,
  _: PackKnowledge,
  dress: CardDress,
): readonly string[] {
  const parsed = sourceSchema.safeParse(raw);
  if (!parsed.success) return unfinished(id, 'source', dress);
  const { title, publisher, date, url } = parsed.data;
  const when = date === null ? 'date not known' : describeTime(date);
  return [
    dress.bold(title),
    dress.text(`${publisher ?? 'Publisher not known'}, ${when}`),
    url === null ? '' : dress.text(url),
  ];
}

function describeType(
  id: string,
  raw: unknown,
  { catalogue }: PackKnowledge,
  dress: CardDress,
): readonly string[] {
  const parsed = typeSchema.safeParse(raw);
  if (!parsed.success) return unfinished(id, 'type', dress);
  const { label, nouns, shapes } = parsed.data;
  return [
    `${dress.bold(label)}${dress.text(' · type of entity')}`,
    listed('Nouns', nouns, dress),
    listed('Names like', shapes, dress),
    membersOf(id, catalogue, dress),
  ];
}

function describeUnit(
  id: string,
  raw: unknown,
  _: PackKnowledge,
  dress: CardDress,
): readonly string[] {
  const parsed = unitSchema.safeParse(raw);
  if (!parsed.success) return unfinished(id, 'unit', dress);
  const { kind, unit, factor, names, symbols, prefixes } = parsed.data;
  const prefixed = { si: ' · with SI prefixes', iec: ' · with SI and binary prefixes', none: '' };
  return [
    `${dress.bold(id)}${dress.text(` · unit of ${kind}${prefixed[prefixes]}`)}`,
    unit === undefined ? '' : dress.text(`1 ${id} = ${factor} ${unit}`),
    listed('Written', [...names, ...symbols], dress),
  ];
}

function membersOf(type: string, catalogue: PackCatalogue, dress: CardDress): string {
  const names: string[] = [];
  for (const id of catalogue.ids('entities')) {
    const isMember = entryKey(catalogue, 'entities', id, 'type') === type;
    if (isMember) names.push(entryTitle(catalogue, 'entities', id) || id);
  }
  return listed('For example', names, dress);
}

function unfinished(id: string, noun: string, dress: CardDress): readonly string[] {
  return [dress.bold(id), dress.text(`This ${noun} cannot be read yet`)];
}

function listed(head: string, words: readonly string[], dress: CardDress): string {
  if (words.length === 0) return '';
  const more = words.length > LISTED ? ` and ${words.length - LISTED} more` : '';
  return dress.text(`${head}: ${words.slice(0, LISTED).join(', ')}${more}`);
}
