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

/** A key whose colon has no space behind it, without which YAML takes it for a word. */
const BARE_COLON = /(?:^|[\s{,])[\w.-]+:$/;

/**
 * What may be written at `offset`, read from the entry around it alone: what is broken elsewhere does not matter.
 * Undefined in a comment, and where YAML expects neither a key nor a value.
 * Offsets: UTF-16 code units of `text`.
 */
export function cursorAt(text: string, offset: number): PackCursor | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const after = text.slice(offset, lineEnd(text, offset));
  if (isComment(before)) return undefined;
  if (/^\w*$/.test(before) && !after.includes(':')) return rootCursor(text, offset, before, after);
  // A word alone on its line would be read as one with the next line; with a colon it is a key.
  const isAlone = WORD_ALONE.test(before) && /^[\w.-]*\s*$/.test(after);
  const lead = BARE_COLON.test(before) ? ' ' : '';
  const filling = lead + PLACEHOLDER + (isAlone ? ':' : '');
  const filled = text.slice(0, offset) + filling + text.slice(offset);
  const at = offset + lead.length;
  const found = entryAt(outlinePackText(filled), at);
  const entry = found && parseEntry(filled, found);
  const node = entry && nodeAt(entry, at);
  return node && toCursor(node, entry, { filled, at, lead, isAlone, start: found.span.start });
}

/** The text with something at the cursor, and the entry around it. */
interface Filled {
  readonly filled: string;
  /** Where the placeholder stands. */
  readonly at: number;
  readonly lead: '' | ' ';
  readonly isAlone: boolean;
  /** Where the entry begins. */
  readonly start: number;
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
  { filled, at, lead, isAlone, start }: Filled,
): PackCursor | undefined {
  const written = filled.slice(node.span.start, at);
  const quote = /^["']/.test(written) ? 1 : 0;
  const rest = filled.slice(at + PLACEHOLDER.length, node.span.end).replace(/["']$/, '');
  if (/[\n\r]/.test(written + rest)) return undefined;
  // What was filled in is not there: before the cursor the lead, behind it the placeholder.
  const from = node.span.start + quote - lead.length;
  const shared = {
    typed: written.slice(quote),
    span: { start: from, end: at - lead.length + rest.trimEnd().length },
    isInFlow: isFlowOpen(filled, start, entry, node),
    lead,
    hasColon: !isAlone && /^\s*:/.test(filled.slice(node.span.end, node.span.end + 2)),
    entry,
  };
  if (node.role === 'value') return valueOrKey(node.path, shared);
  const parent = node.path.slice(0, -1);
  if (!shapeAt(parent)?.isMapping) return valueOrKey(parent, shared);
  return { ...shared, role: 'key', path: parent, siblings: keysBelow(parent, entry, node) };
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

/** Whether more `{` and `[` were opened than closed between the entry's start and the node, its scalars left out. */
function isFlowOpen(text: string, start: number, { nodes }: ParsedEntry, node: PackNode): boolean {
  let depth = 0;
  let from = start;
  for (const { span } of nodes) {
    depth += flowDepth(text.slice(from, span.start));
    if (span === node.span) break;
    from = span.end;
  }
  return depth > 0;
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
