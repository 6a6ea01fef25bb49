import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLError,
} from 'yaml';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import { type Composed, composeYaml } from './compose-yaml.ts';
import { type LocatedIssue, type Place, placeIssue } from './located-issue.ts';
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
 * Offsets: UTF-16 code units of `text`.
 * Errors: an issue for each mistake in the YAML, at its place.
 */
export function parsePackFile(file: string, text: string): ParsedPackFile {
  const lines = indexLines(text);
  const composed = composeYaml(text);
  if (composed.kind === 'refused') return refused(file, lines, composed);
  const { document } = composed;
  const data = toData(document);
  const errors = onePerLine(document.errors, lines);
  const issues = [
    ...errors.map((error) => syntaxIssue(file, lines, document, error)),
    ...document.warnings.map((warning) => asWarning(syntaxIssue(file, lines, document, warning))),
  ];
  if (data instanceof Error) issues.push(unfoldable(file, lines, document, data));
  return {
    file,
    data: data instanceof Error || document.errors.length > 0 ? undefined : data,
    issues,
    place: (path) => placeIn(file, lines, spanOf(document, path, text)),
  };
}

function toData(document: Document.Parsed): unknown {
  try {
    keepWrittenNumbers(document);
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    return asError(error);
  }
}

/** `1.40` and `1.4` are one number but two precisions, and pack values are read for their precision. */
function keepWrittenNumbers(document: Document.Parsed): void {
  visit(document, {
    Scalar(_, node) {
      const { source, value } = node;
      if (typeof value !== 'number' || source === undefined || !PLAIN_DECIMAL.test(source)) return;
      if (source !== String(value)) node.value = source;
    },
  });
}

/** No exponent and no hexadecimal: those are written for their value. */
const PLAIN_DECIMAL = /^[-+]?\d+(?:\.\d*)?$/;

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
  return node.items.find((pair: Pair) => keyText(pair.key) === String(step));
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
