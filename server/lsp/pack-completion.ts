import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver';
import type { SectionName } from '../core/facts/read-sections.ts';
import { cursorAt, type PackCursor } from '../host/pack-cursor.ts';
import { type KeyShape, referredSection, sectionNames, shapeAt } from '../host/pack-shape.ts';
import type { NodePath } from '../host/parse-pack-file.ts';
import { entryCard, entryKey, packCandidates } from '../service/index.ts';
import type { ClientFeatures } from './client-features.ts';
import type { PackPage } from './pack-desk.ts';
import { toLspCard } from './to-lsp.ts';

/** What is kept in an item until its documentation is asked for. */
interface ItemData {
  readonly uri: string;
  readonly section: SectionName;
  readonly id: string;
}

/** What is offered at one place of a page. */
interface Place {
  readonly page: PackPage;
  readonly cursor: PackCursor;
  readonly range: Range;
  readonly features: ClientFeatures;
}

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** What may be written at `offset` of a pack file: keys, ids, or values to choose from. */
export function completePack(
  page: PackPage,
  offset: number,
  features: ClientFeatures,
): CompletionList {
  const cursor = cursorAt(page.text, offset);
  if (cursor === undefined) return NOTHING;
  const { start, end } = cursor.span;
  const range = { start: page.document.positionAt(start), end: page.document.positionAt(end) };
  const place = { page, cursor, range, features };
  return cursor.role === 'key' ? complete(keyItems(place)) : valueItems(place);
}

/** Add to an item what is shown beside it, which is written only for the one that is looked at. */
export function documentItem(
  item: CompletionItem,
  page: PackPage,
  features: ClientFeatures,
): CompletionItem {
  const { section, id } = dataOf(item) ?? {};
  const card = section && id !== undefined && entryCard(section, id, page.knowledge);
  return card ? { ...item, documentation: toLspCard(card, features) } : item;
}

/** The document that an item was offered in; undefined for an item that is not ours. */
export function uriOfItem(item: CompletionItem): string | undefined {
  return dataOf(item)?.uri;
}

/** The client gives back what it was given, or should. */
function dataOf(item: CompletionItem): ItemData | undefined {
  const data: unknown = item.data;
  const isOurs = typeof data === 'object' && data !== null && 'uri' in data && 'id' in data;
  if (!isOurs || typeof data.uri !== 'string' || typeof data.id !== 'string') return undefined;
  const section = sectionNames.find((name) => 'section' in data && data.section === name);
  return section && { uri: data.uri, section, id: data.id };
}

function complete(items: CompletionItem[]): CompletionList {
  return { isIncomplete: false, items };
}

function keyItems({ page, cursor, range, features }: Place): CompletionItem[] {
  const { path, siblings } = cursor;
  const keys = shapeAt(path)?.keys ?? qualifierKeys(page, cursor);
  return keys
    .filter(({ name }) => !siblings.includes(name))
    .map((key, index) => ({
      label: key.name,
      kind: CompletionItemKind.Property,
      detail: key.isRequired && path.length > 0 ? 'required' : '',
      documentation: { kind: MarkupKind.PlainText, value: key.description },
      sortText: String(index).padStart(3, '0'),
      ...inserted(key, path, cursor, range, features),
    }));
}

/** The names of qualifiers that properties require; those of the statement's own property first. */
function qualifierKeys({ knowledge }: PackPage, { path, entry }: PackCursor): readonly KeyShape[] {
  const [section, index, last] = path;
  if (section !== 'statements' || index === undefined || last !== 'qualifiers') return [];
  const { catalogue } = knowledge;
  const own = entry.valueAt([section, index, 'property']);
  const properties = [...(typeof own === 'string' ? [own] : []), ...catalogue.ids('properties')];
  const names = properties.flatMap((id) => {
    const required = entryKey(catalogue, 'properties', id, 'requires');
    return Array.isArray(required) ? required.map(String) : [];
  });
  const value = { isMapping: false, isList: false };
  return [...new Set(names)].map((name) => ({ name, description: '', isRequired: false, value }));
}

type Insertion = Pick<CompletionItem, 'textEdit' | 'insertTextFormat'>;

/** A key with what its value begins with. */
function inserted(
  { name, value }: KeyShape,
  path: NodePath,
  { isInFlow, hasColon, lead }: PackCursor,
  range: Range,
  { insertsSnippets }: ClientFeatures,
): Insertion {
  const key = `${lead}${name}`;
  if (hasColon) return { textEdit: { range, newText: key } };
  if (path.length === 0 && (value.isMapping || value.isList))
    return { textEdit: { range, newText: `${key}:\n  ` } };
  const body = insertsSnippets ? snippetFor([...path, name], value, isInFlow) : undefined;
  if (body === undefined) return { textEdit: { range, newText: `${key}: ` } };
  const newText = `${escaped(key)}:${body}`;
  return { textEdit: { range, newText }, insertTextFormat: InsertTextFormat.Snippet };
}

function snippetFor(
  path: NodePath,
  { isMapping, isList }: KeyShape['value'],
  isInFlow: boolean,
): string | undefined {
  if (isMapping) return ' { $0 }';
  if (!isList) return undefined;
  const member = shapeAt([...path, 0]);
  if (member?.isMapping !== true) return ' [$0]';
  const first = `{ ${requiredKeys(path, 1)} }`;
  return isInFlow ? ` [${first}]` : `\n  - ${first}`;
}

/** `source: $1, line: $2`: what every member of the list at `path` must have, from stop `from` on. */
function requiredKeys(path: NodePath, from: number): string {
  const keys = shapeAt([...path, 0])?.keys ?? [];
  const required = keys.filter(({ isRequired }) => isRequired);
  return required.map(({ name }, index) => `${name}: $${from + index}`).join(', ');
}

/** In a snippet these characters would be stops. */
function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

function valueItems(place: Place): CompletionList {
  const { path, isInFlow } = place.cursor;
  const shape = shapeAt(path);
  if (shape === undefined) return NOTHING;
  if (shape.choices.length > 0)
    return complete(choiceItems(shape.choices, shape.description, place));
  const isListWanted = shape.isList && !isInFlow;
  if (isListWanted && path.length === 1) return complete(newEntry(place));
  const section = referredSection(isListWanted ? [...path, 0] : path);
  return section === undefined ? NOTHING : idItems(section, isListWanted, place);
}

function choiceItems(
  choices: readonly string[],
  description: string,
  { cursor, range }: Place,
): CompletionItem[] {
  return choices.map((label, index) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    documentation: { kind: MarkupKind.PlainText, value: description },
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText: `${cursor.lead}${label}` },
  }));
}

/** A statement with everything that it must have, to be filled in. */
function newEntry({ cursor, range, features }: Place): CompletionItem[] {
  if (!features.insertsSnippets) return [];
  const { path } = cursor;
  const references = [...path, 0, 'references'];
  const keys = (shapeAt([...path, 0])?.keys ?? []).filter(({ isRequired }) => isRequired);
  const lines = keys.map(({ name }, index) =>
    name === 'references'
      ? `${name}:\n    - { ${requiredKeys(references, index + 1)} }`
      : `${name}: $${index + 1}`,
  );
  return [
    {
      label: '- id',
      kind: CompletionItemKind.Snippet,
      detail: 'A new statement',
      textEdit: { range, newText: `- ${lines.join('\n  ')}` },
      insertTextFormat: InsertTextFormat.Snippet,
    },
  ];
}

function idItems(section: SectionName, isListWanted: boolean, place: Place): CompletionList {
  const { page, cursor, range } = place;
  const { catalogue } = page.knowledge;
  const context = contextOf(place);
  if (context === undefined) return NOTHING;
  const { candidates, isComplete } = packCandidates({ section, ...context }, catalogue);
  const write = writer(place, isListWanted);
  const items = candidates.map(({ id, title, fits }) => ({
    label: id,
    kind: kinds[section],
    detail: title,
    filterText: `${id} ${title}`,
    sortText: `${fits ? 0 : 1}${id}`,
    textEdit: { range, newText: `${cursor.lead}${write(id)}` },
    data: { uri: page.document.uri, section, id } satisfies ItemData,
  }));
  return { isIncomplete: !isComplete, items };
}

const kinds: Readonly<Record<SectionName, CompletionItemKind>> = {
  entities: CompletionItemKind.Constant,
  properties: CompletionItemKind.Field,
  sources: CompletionItemKind.Reference,
  types: CompletionItemKind.Class,
  units: CompletionItemKind.Unit,
};

/** What the statement around the cursor says of the id that is wanted; undefined where a figure is wanted. */
function contextOf({ page, cursor }: Place) {
  const { path, entry, typed } = cursor;
  const [section, index, key] = path;
  if (section !== 'statements' || index === undefined) return { typed };
  const textOf = (name: string): string | undefined => {
    const value = entry.valueAt([section, index, name]);
    return typeof value === 'string' ? value : undefined;
  };
  const property = textOf('property');
  if (key === 'property') return { typed, subject: textOf('subject') };
  if (key === 'subject') return { typed, property };
  if (key !== 'value') return { typed };
  if (property === undefined || page.names.kindOf(property) !== 'name') return undefined;
  const type = entryKey(page.knowledge.catalogue, 'properties', property, 'valueType');
  return { typed, type: typeof type === 'string' ? type : undefined };
}

/** How an id is written at the cursor: in quotes where YAML would take it for something else, as the first of a list. */
function writer({ page, cursor }: Place, isListWanted: boolean): (id: string) => string {
  const { start } = cursor.span;
  if (/["']/.test(page.text.charAt(start - 1))) return (id) => id;
  if (!isListWanted) return plainOrQuoted;
  const line = page.text.slice(page.text.lastIndexOf('\n', start - 1) + 1, start);
  return line.trim() === '' ? (id) => `- ${plainOrQuoted(id)}` : (id) => `[${plainOrQuoted(id)}]`;
}

/** Text that is one plain scalar in a flow collection too. */
const PLAIN = /^[A-Za-z0-9_$][^\s:#,[\]{}"'&*!|>%@`]*$/;

/** What the core schema of YAML 1.2 reads as null, a truth value or a number. */
const NO_TEXT = /^(?:null|true|false|\d[\d.]*(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+)$/i;

function plainOrQuoted(id: string): string {
  return PLAIN.test(id) && !NO_TEXT.test(id) ? id : JSON.stringify(id);
}
