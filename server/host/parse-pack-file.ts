import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { takeAsRead } from '../core/facts/read-before.ts';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import { circularAlias } from './circular-alias.ts';
import { type Composed, composeYaml } from './compose-yaml.ts';
import { type LocatedIssue, type Place, placeIssue } from './located-issue.ts';
import type { PackAsBuilt } from './packs-as-built.ts';
import { placeIn } from './place-in.ts';

/** Keys and indices from the root of a file's data to a node. */
export type NodePath = readonly (string | number)[];

/** One YAML file as data, with the way back from data to text. */
export interface ParsedPackFile {
  readonly file: string;
  /** `undefined` where the text could not be made into data. */
  readonly data: unknown;
  readonly issues: readonly LocatedIssue[];
  /** The place of a node; of the nearest node above it where the path leads to none. */
  place(path: NodePath): Place;
}

// An alias may stand for a node that holds aliases itself: a few lines can ask for gigabytes.
const MAX_ALIASES = 100;

/**
 * Parse the text of one pack file; its name is only carried along.
 * A number keeps the form it was written in where that says more than its value: `1.40` comes back as text.
 * Of a key given twice the first entry stands.
 * Offsets: UTF-16 code units of `text`.
 * Errors: an issue for each mistake in the YAML, at its place.
 */
export function parsePackFile(file: string, text: string): ParsedPackFile {
  const composed = composeYaml(text);
  if (composed.kind === 'refused') return refused(file, indexLines(text), composed);
  const { document, repeats } = composed;
  const data = toData(document);
  // Looking through every node costs; without an anchor there is no alias.
  const circular = text.includes('&') ? circularAlias(document) : undefined;
  const isData = !(data instanceof Error) && document.errors.length === 0 && !circular;
  const { errors, warnings } = document;
  const isClean = isData && warnings.length === 0 && repeats.length === 0;
  if (isClean) return cleanPackFile(file, text, data);
  const lines = indexLines(text);
  const issues = [
    ...onePerLine(errors, lines).map((error) => syntaxIssue(file, lines, document, error)),
    ...warnings.map((warning) => asWarning(syntaxIssue(file, lines, document, warning))),
    ...repeats.map((key) => repeatIssue(file, lines, key)),
  ];
  if (circular) issues.push(circleIssue(file, lines, circular));
  if (data instanceof Error) issues.push(unfoldable(file, lines, document, data));
  const place = placesIn(file, text);
  return { file, data: isData ? data : undefined, issues, place };
}

/** A file without a mistake whose data is known: its text is parsed when a place in it is asked for, and not before. */
export function cleanPackFile(file: string, text: string, data: unknown): ParsedPackFile {
  return { file, data, issues: [], place: placesIn(file, text) };
}

/** A file of a shipped pack: what a fact base reads of it and the places of its statements are known. */
export function packFileAsBuilt(
  file: string,
  text: string,
  { data, read, statements }: PackAsBuilt,
): ParsedPackFile {
  takeAsRead(data, read);
  const clean = cleanPackFile(file, text, data);
  let lines: LineMap | undefined;
  const place = (path: NodePath): Place => {
    const [section, index, ...rest] = path;
    const isStatement = section === 'statements' && rest.length === 0;
    const span = isStatement ? statements[Number(index)] : undefined;
    if (span === undefined) return clean.place(path);
    lines ??= indexLines(text);
    return placeIn(file, lines, span);
  };
  return { ...clean, place };
}

interface Positions {
  readonly composed: Composed;
  readonly lines: LineMap;
}

/**
 * The places of the nodes of a text. Most are never asked for, and the nodes of a large pack take more memory than
 * all that is made of it: they are made on demand, and again when they were forgotten.
 */
function placesIn(file: string, text: string): ParsedPackFile['place'] {
  let last: WeakRef<Positions> | undefined;
  return (path) => {
    const known = last?.deref();
    const { composed, lines } = known ?? { composed: composeYaml(text), lines: indexLines(text) };
    if (known === undefined) last = new WeakRef({ composed, lines });
    const span = composed.kind === 'document' ? spanOf(composed.document, path, text) : NOWHERE;
    return placeIn(file, lines, span);
  };
}

const NOWHERE: Span = { start: 0, end: 0 };

function toData(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    return asError(error);
  }
}

function repeatIssue(file: string, lines: LineMap, key: Scalar): LocatedIssue {
  const [start, end] = key.range ?? [0, 0];
  const place = placeIn(file, lines, { start, end });
  const message = `"${String(key.value)}" stands here already; expected each key once`;
  return placeIssue('duplicate-key', place, message);
}

function circleIssue(file: string, lines: LineMap, { source, range }: Alias): LocatedIssue {
  const [start, end] = range ?? [0, 0];
  const message = `"*${source}" stands inside what it stands for; expected no circle`;
  return placeIssue('yaml-alias', placeIn(file, lines, { start, end }), message);
}

function syntaxIssue(
  file: string,
  lines: LineMap,
  document: Document.Parsed,
  error: YAMLError,
): LocatedIssue {
  const [start, end] = error.pos;
  const quote = openQuote(document, error);
  if (quote !== undefined) {
    const place = placeIn(file, lines, { start: quote, end: quote + 1 });
    return placeIssue('yaml-syntax', place, 'This is not valid YAML: The quote is never closed');
  }
  const place = placeIn(file, lines, { start, end });
  const message = firstSentence(error.message);
  return placeIssue('yaml-syntax', place, `This is not valid YAML: ${message}`);
}

/** Where a quote was opened that the parser misses the end of; it tells only where it noticed, often pages later. */
function openQuote(document: Document.Parsed, { code, pos }: YAMLError): number | undefined {
  let opened: number | undefined;
  if (code !== 'MISSING_CHAR') return undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range && range[0] < pos[0] && pos[0] <= range[1]) opened = range[0];
    },
  });
  return opened;
}

/** What the parser notices on the same line is nearly always a consequence. */
function onePerLine(errors: readonly YAMLError[], lines: LineMap): readonly YAMLError[] {
  const seen = new Set<number>();
  return errors.filter(({ pos }) => {
    const { line } = lines.position(pos[0]);
    return !seen.has(line) && seen.add(line);
  });
}

function asWarning(issue: LocatedIssue): LocatedIssue {
  return { ...issue, severity: 'warning' };
}

function unfoldable(
  file: string,
  lines: LineMap,
  document: Document.Parsed,
  error: Error,
): LocatedIssue {
  const place = placeIn(file, lines, firstAlias(document));
  if (!error.message.startsWith('Excessive alias')) {
    const message = firstSentence(error.message);
    return placeIssue('yaml-syntax', place, `This is not valid YAML: ${message}`);
  }
  const message = `The aliases of this file stand for too much; at most ${MAX_ALIASES} nodes may be repeated`;
  return placeIssue('yaml-alias', place, message);
}

function firstAlias(document: Document.Parsed): Span {
  let span: Span = { start: 0, end: 0 };
  visit(document, {
    Alias(_, node) {
      const [start, end] = node.range ?? [0, 0];
      span = { start, end };
      return visit.BREAK;
    },
  });
  return span;
}

function refused(
  file: string,
  lines: LineMap,
  { offset, message }: Extract<Composed, { kind: 'refused' }>,
): ParsedPackFile {
  const place = placeIn(file, lines, { start: offset, end: offset });
  const issue = placeIssue('yaml-syntax', place, `This cannot be read: ${message}`);
  return { file, data: undefined, issues: [issue], place: () => place };
}

/** A scalar's own span; of a map or list, which may be pages long, the key that introduces it. */
function spanOf(document: Document.Parsed, path: NodePath, text: string): Span {
  let span: Span = { start: 0, end: 0 };
  let node: unknown = document.contents;
  for (const [depth, step] of path.entries()) {
    const found = child(resolved(node, document), step);
    if (found === undefined) break;
    const isLast = depth === path.length - 1;
    const own = isScalar(found.value) ? rangeOf(found.value) : undefined;
    span = (isLast ? own : undefined) ?? rangeOf(found.key) ?? rangeOf(found.value) ?? span;
    node = found.value;
  }
  if (path.length === 0) span = rangeOf(document.contents) ?? span;
  return withinLine(span, text);
}

interface Child {
  readonly key: unknown;
  readonly value: unknown;
}

function child(node: unknown, step: string | number): Child | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { key: undefined, value };
  }
  if (!isMap(node)) return undefined;
  return pairsOf(node).get(String(step));
}

const indexedPairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** The entries of a mapping by key: a pack with thousands of mistakes asks for thousands of places in one mapping. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = indexedPairs.get(map);
  if (known !== undefined) return known;
  const pairs = new Map(map.items.map((pair) => [keyText(pair.key), pair]));
  indexedPairs.set(map, pairs);
  return pairs;
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function resolved(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function rangeOf(node: unknown): Span | undefined {
  const range = isNode(node) ? (node as Node).range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/** A mark that runs over many lines hides more than it shows; it ends with its first line. */
function withinLine(span: Span, text: string): Span {
  const stretch = text.slice(span.start, span.end);
  const first = stretch.search(/[\r\n]/);
  return first < 0 ? span : { start: span.start, end: span.start + first };
}

/** The parser's messages go on with advice about its own options. */
function firstSentence(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[.:]$/, '') ?? message;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
