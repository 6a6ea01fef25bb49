import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isNode, isScalar, isSeq, type Node, type Pair, visit } from 'yaml';
import { composeYaml } from './compose-yaml.ts';

/** Nothing is folded: a value stands on its line however long it is. */
const AS_PEOPLE_WRITE = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };

/** Something that is put into a pack file, below what is there. */
export type PackAddition =
  | { readonly kind: 'statements'; readonly statements: readonly PackEntry[] }
  /** A further reference of the statement with that id. */
  | { readonly kind: 'reference'; readonly statement: string; readonly reference: PackEntry }
  | {
      readonly kind: 'entry';
      readonly section: 'sources' | 'entities';
      readonly id: string;
      readonly entry: PackEntry;
    };

/** Data as a pack holds it: keys to texts, numbers, lists and the like. */
export type PackEntry = Readonly<Record<string, unknown>>;

/** The text of a pack file with something added, or why nothing can be. */
export type PackText =
  | { readonly kind: 'text'; readonly text: string }
  /** Capital, no full stop. */
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Add to the text of a pack file. Comments, blank lines, quotes and line ends stay as they are: new lines go in behind the
 * last entry of their list, in its indentation. Only where a list is written in one line (`statements: []`) the file is
 * set anew by the YAML library, which keeps the comments.
 * Errors: refused where the text is not YAML that could be added to, or has no such statement.
 */
export function addToPack(text: string, additions: readonly PackAddition[]): PackText {
  let added = text;
  for (const addition of additions) {
    const next = add(added, addition);
    if (next.kind === 'refused') return next;
    added = next.text;
  }
  return { kind: 'text', text: added };
}

/** What is added, as YAML for people to look at before it is written. */
export function previewAdditions(additions: readonly PackAddition[]): string {
  const parts = additions.map((addition) => {
    if (addition.kind === 'statements') return yamlOf(addition.statements);
    if (addition.kind === 'reference') return yamlOf([addition.reference]);
    return yamlOf({ [addition.section]: { [addition.id]: addition.entry } });
  });
  return parts.join('');
}

/** Data of a pack as YAML, as it is written into a file. */
export function toPackYaml(entries: readonly PackEntry[] | PackEntry): string {
  return yamlOf(entries);
}

function add(text: string, addition: PackAddition): PackText {
  const composed = composeYaml(text);
  if (composed.kind === 'refused') return { kind: 'refused', message: composed.message };
  const { document } = composed;
  if (document.errors.length > 0)
    return { kind: 'refused', message: 'This is not valid YAML; mend it first' };
  const { contents } = document;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  if (!isEmpty && !isMap(contents))
    return {
      kind: 'refused',
      message: 'This holds no keys such as "statements"; it is no pack file',
    };
  const place = placeOf(document, addition);
  if (place === undefined) {
    const id = addition.kind === 'reference' ? addition.statement : '';
    return { kind: 'refused', message: `There is no statement "${id}" in this file` };
  }
  if (!canTake(place)) return { kind: 'refused', message: cannotTake(place) };
  const data = dataOf(document);
  if (data === undefined)
    return { kind: 'refused', message: 'The aliases of this file stand for too much' };
  const wanted = withAddition(data, place.path, place.entries);
  const spliced = splice(text, place);
  if (spliced !== undefined && holds(spliced, wanted)) return { kind: 'text', text: spliced };
  const rewritten = rewrite(document, place);
  if (holds(rewritten, wanted)) return { kind: 'text', text: rewritten };
  return { kind: 'refused', message: cannotTake(place) };
}

/** Whether there is nothing at the place yet, or a list or mapping as the entries are. */
function canTake({ node, entries }: Place): boolean {
  const isNothing = node === undefined || (isScalar(node) && node.value === null);
  return isNothing || (isList(entries) ? isSeq(node) : isMap(node));
}

function cannotTake({ path }: Place): string {
  return `The key "${path.at(-1)}" is written in a way that nothing can be added to`;
}

/** A list or mapping that entries are added to, and the entries. */
interface Place {
  readonly path: readonly (string | number)[];
  /** The node at the path, where there is one. */
  readonly node: unknown;
  /** The key that introduces it, where there is one. */
  readonly key: unknown;
  readonly entries: readonly PackEntry[] | PackEntry;
}

function placeOf(document: Document.Parsed, addition: PackAddition): Place | undefined {
  if (addition.kind === 'statements')
    return childOf(document, [], document.contents, 'statements', addition.statements);
  if (addition.kind === 'entry') {
    const entries = { [addition.id]: addition.entry };
    return childOf(document, [], document.contents, addition.section, entries);
  }
  const statements = document.get('statements');
  const index = isSeq(statements)
    ? statements.items.findIndex((item) => isMap(item) && item.get('id') === addition.statement)
    : -1;
  if (!isSeq(statements) || index < 0) return undefined;
  const path = ['statements', index];
  return childOf(document, path, statements.items[index], 'references', [addition.reference]);
}

function childOf(
  document: Document.Parsed,
  path: readonly (string | number)[],
  parent: unknown,
  name: string,
  entries: Place['entries'],
): Place {
  const pair = isMap(parent)
    ? parent.items.find((item: Pair) => isScalar(item.key) && item.key.value === name)
    : undefined;
  const node = isNode(pair?.value) ? pair.value : document.getIn([...path, name], true);
  return { path: [...path, name], node, key: pair?.key, entries };
}

/** The text with the entries as lines of their own; undefined where that cannot be done. */
function splice(text: string, { path, node, key, entries }: Place): string | undefined {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  if (key === undefined) {
    if (path.length > 1) return undefined;
    const gap = text.trim() === '' ? '' : /(?:\r?\n){2}$/.test(text) ? '' : end;
    const lines = indented(yamlOf(entries), 2, end);
    return `${withLineEnd(text, end)}${gap}${path[0]}:${end}${lines}`;
  }
  if (isEmptyNode(node)) {
    const at = isNode(key) ? endOfLine(text, key.range?.[1] ?? 0) : undefined;
    return at === undefined
      ? undefined
      : insertAt(text, at, indented(yamlOf(entries), 2, end), end);
  }
  if (!(isSeq(node) || isMap(node)) || node.flow || node.items.length === 0) return undefined;
  const start = node.range?.[0] ?? 0;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const spans = node.items.map(spanOf);
  const [before, last] = [spans.at(-2), spans.at(-1)];
  if (last === undefined) return undefined;
  const isSpaced =
    before !== undefined && BLANK_LINE_BEFORE.test(text.slice(before.start, last.start));
  const lines = indented(yamlOf(entries), column, end);
  return insertAt(text, endOfLine(text, last.end), `${isSpaced ? end : ''}${lines}`, end);
}

/** At the end of what stands before an entry, its own indentation and dash included. */
const BLANK_LINE_BEFORE = /\n[ \t]*\r?\n[ \t]*(?:- *)?$/;

/** `key:` with nothing behind it. */
function isEmptyNode(node: unknown): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '';
}

function spanOf(item: unknown): { start: number; end: number } {
  const isPair = typeof item === 'object' && item !== null && 'key' in item && 'value' in item;
  const first = isPair ? item.key : item;
  const last = isPair ? (item.value ?? item.key) : item;
  return {
    start: (isNode(first) && first.range?.[0]) || 0,
    end: (isNode(last) && last.range?.[1]) || 0,
  };
}

/** The start of the line after the one that `at` stands in, a comment behind it included. */
function endOfLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at; // a block of text ends with its line
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function insertAt(text: string, at: number, lines: string, end: string): string {
  return `${withLineEnd(text.slice(0, at), end)}${lines}${text.slice(at)}`;
}

function withLineEnd(text: string, end: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}${end}`;
}

function indented(yaml: string, columns: number, end: string): string {
  const lines = yaml.trimEnd().split('\n');
  return lines.map((line) => `${line === '' ? '' : ' '.repeat(columns)}${line}${end}`).join('');
}

/** The file as the library sets it, with the entries added to the document. */
function rewrite(document: Document.Parsed, { path, entries }: Place): string {
  const copy = document.clone();
  const target = copy.getIn(path);
  const isCollection = isSeq(target) || isMap(target);
  if (!isCollection) copy.setIn(path, styled(copy, entries));
  else {
    if (target.items.length === 0) target.flow = false;
    for (const [key, entry] of listOf(entries)) {
      copy.addIn(path, typeof key === 'number' ? styled(copy, entry) : copy.createPair(key, entry));
    }
  }
  return copy.toString(AS_PEOPLE_WRITE);
}

function listOf(entries: Place['entries']): readonly (readonly [string | number, unknown])[] {
  return isList(entries) ? entries.map((entry, index) => [index, entry]) : Object.entries(entries);
}

function isList(entries: Place['entries']): entries is readonly PackEntry[] {
  return Array.isArray(entries);
}

function yamlOf(entries: Place['entries']): string {
  const document = new Document(null, { schema: 'core' });
  document.contents = styled(document, entries) as typeof document.contents;
  return document.toString(AS_PEOPLE_WRITE);
}

/** Statements are blocks; what fits a line (a reference, a list of words) stands in one. */
function styled(document: Document, entries: unknown): Node {
  const node = document.createNode(entries, { aliasDuplicateObjects: false });
  if (!isNode(node)) throw new Error('The YAML library makes a node of any data');
  visit(node, {
    Map(_, map) {
      if (map.has('source') && map.has('exact')) map.flow = true;
    },
    Pair(_, { key, value }) {
      const isShort = isScalar(key) && IN_ONE_LINE.has(String(key.value));
      if (isShort && (isSeq(value) || isMap(value))) value.flow = true;
    },
    Scalar(_, scalar) {
      const isLong = typeof scalar.value === 'string' && /[\r\n]/.test(scalar.value);
      if (isLong) scalar.type = 'QUOTE_DOUBLE'; // line breaks as \n, so that indenting cannot change them
    },
  });
  return node;
}

const IN_ONE_LINE: ReadonlySet<string> = new Set([
  ...['value', 'also', 'synonyms', 'opposites', 'qualifiers'],
  ...['aliases', 'called', 'parties'],
]);

function holds(text: string, wanted: unknown): boolean {
  const composed = composeYaml(text);
  if (composed.kind === 'refused' || composed.document.errors.length > 0) return false;
  return isDeepStrictEqual(dataOf(composed.document), structuredClone(wanted));
}

/** The data of a document; undefined where aliases make it huge, null where it is empty. */
function dataOf(document: Document.Parsed): unknown {
  try {
    return document.toJS() ?? null;
  } catch {
    return undefined;
  }
}

/** The data of the file as it has to be afterwards. */
function withAddition(
  data: unknown,
  path: readonly (string | number)[],
  entries: Place['entries'],
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (isList(entries)) return [...(Array.isArray(data) ? data : []), ...entries];
    return { ...(isRecord(data) ? data : {}), ...entries };
  }
  if (Array.isArray(data))
    return data.map((one, index) => (index === key ? withAddition(one, rest, entries) : one));
  const record = isRecord(data) ? data : {};
  return { ...record, [key]: withAddition(record[key], rest, entries) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
