import type { Span } from '../core/text/span.ts';
import { nodeAt, type PackNode, type ParsedEntry, parseEntry } from './pack-nodes.ts';
import { entryAt, outlinePackText } from './pack-outline.ts';
import { shapeAt } from './pack-shape.ts';
import type { NodePath } from './parse-pack-file.ts';

/** What may be written at a place of a pack file, half-written or not. */
export interface PackCursor {
  /** `key`: a key of the mapping at `path`; `value`: the value at `path`. */
  readonly role: 'key' | 'value';
  /** From the root of the file's data. The index of a list in the root is always 0. */
  readonly path: NodePath;
  /** What was written before the cursor, without a quote. */
  readonly typed: string;
  /** What a completion replaces. UTF-16 code units of the file's text. */
  readonly span: Span;
  /** Whether `{` or `[` is open around it, where commas and brackets mean something. */
  readonly isInFlow: boolean;
  /** What has to stand before the completion: a space after the colon of a key that has none yet. */
  readonly lead: '' | ' ';
  /** Whether a colon follows already. */
  readonly hasColon: boolean;
  /** The keys of the mapping around it, without the one at the cursor. */
  readonly siblings: readonly string[];
  /** The entry around it. */
  readonly entry: ParsedEntry;
}

/** Stands for what is not written yet; no writer of a pack uses a character of the private use area. */
const PLACEHOLDER = '\uE000';

/** A line on which nothing but the beginning of a word stands before the cursor. */
const WORD_ALONE = /^[ \t]*(?:-[ \t]+)*[\w.-]*$/;

/**
 * What may be written at `offset`, read from the entry around it alone: what is broken elsewhere does not matter.
 * Undefined in a comment, and where YAML expects neither a key nor a value.
 * Offsets: UTF-16 code units of `text`.
 */
export function cursorAt(text: string, offset: number): PackCursor | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const after = text.slice(offset, lineEnd(text, offset));
  if (isComment(before)) return undefined;
  if (/^[\w-]*$/.test(before) && !after.includes(':')) return rootCursor(text, offset, before, after);
  // A word alone on its line would be read as one with the next line; with a colon it is a key.
  const isAlone = WORD_ALONE.test(before) && /^[\w.-]*\s*$/.test(after);
  const filled = text.slice(0, offset) + PLACEHOLDER + (isAlone ? ':' : '') + text.slice(offset);
  const found = entryAt(outlinePackText(filled), offset);
  const entry = found && parseEntry(filled, found);
  const node = entry && nodeAt(entry, offset);
  return node && toCursor(node, entry, filled, offset, isAlone);
}

/** At the left margin only a key of the root can stand. */
function rootCursor(text: string, offset: number, before: string, after: string): PackCursor {
  const word = /^[\w-]*/.exec(after)?.[0] ?? '';
  const sections = outlinePackText(text).flatMap(({ section }) => section ?? []);
  return {
    role: 'key',
    path: [],
    typed: before,
    span: { start: offset - before.length, end: offset + word.length },
    isInFlow: false,
    lead: '',
    hasColon: false,
    siblings: [...new Set(sections)],
    entry: { nodes: [], valueAt: () => undefined },
  };
}

function toCursor(
  node: PackNode,
  entry: ParsedEntry,
  filled: string,
  offset: number,
  isAlone: boolean,
): PackCursor | undefined {
  const written = filled.slice(node.span.start, offset);
  const quote = /^["']/.test(written) ? 1 : 0;
  const typed = written.slice(quote);
  // What was filled in is taken out again; the rest of the word stays to be replaced.
  const rest = filled.slice(offset + PLACEHOLDER.length, node.span.end).replace(/["']$/, '');
  if (/[\n\r]/.test(written + rest)) return undefined;
  const span = { start: node.span.start + quote, end: offset + rest.trimEnd().length };
  const isInFlow = opensFlow(filled, entry, node);
  const shared = { typed, span, isInFlow, lead: '' as const, entry };
  const parent = node.path.slice(0, -1);
  if (node.role === 'value') return valueOrKey(node.path, { ...shared, hasColon: false });
  if (typed.endsWith(':')) {
    const path = [...parent, typed.slice(0, -1)];
    const here = { start: offset, end: offset };
    return { ...valueOrKey(path, { ...shared, hasColon: false }), typed: '', span: here, lead: ' ' };
  }
  const hasColon = !isAlone && /^\s*:/.test(filled.slice(node.span.end));
  const isMapping = shapeAt(parent)?.isMapping ?? false;
  if (!isMapping) return valueOrKey(parent, { ...shared, hasColon });
  const siblings = keysBelow(parent, entry, node);
  return { ...shared, role: 'key', path: parent, hasColon, siblings };
}

/** A lone word where a mapping is wanted is the beginning of its first key. */
function valueOrKey(
  path: NodePath,
  shared: Omit<PackCursor, 'role' | 'path' | 'siblings'>,
): PackCursor {
  const role = shapeAt(path)?.isMapping ? 'key' : 'value';
  return { ...shared, role, path, siblings: [] };
}

function keysBelow(path: NodePath, { nodes }: ParsedEntry, except: PackNode): readonly string[] {
  const isChild = (node: PackNode): boolean =>
    node.role === 'key' && node !== except && isSame(node.path.slice(0, -1), path);
  return nodes.filter(isChild).map(({ text }) => text);
}

function isSame(one: NodePath, other: NodePath): boolean {
  return one.length === other.length && one.every((step, depth) => step === other[depth]);
}

/** Whether the line opens a flow collection before the node, or the entry does above it. */
function opensFlow(filled: string, { nodes }: ParsedEntry, node: PackNode): boolean {
  let depth = 0;
  let from = nodes[0]?.span.start ?? node.span.start;
  for (const { span } of nodes) {
    if (span.start > node.span.start) break;
    depth += flowDepth(filled.slice(from, span.start));
    from = span.end;
  }
  return depth > 0 || /[[{]\s*$/.test(filled.slice(0, nodes[0]?.span.start ?? 0));
}

function flowDepth(between: string): number {
  const code = between.replace(/#.*$/gm, '');
  return (code.match(/[[{]/g)?.length ?? 0) - (code.match(/[\]}]/g)?.length ?? 0);
}

/** A `#` begins a comment at the start of a line and after a space, outside quotes. */
function isComment(before: string): boolean {
  const unquoted = before.replace(/"[^"]*"|'[^']*'/g, '');
  return /(?:^|\s)#/.test(unquoted);
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
