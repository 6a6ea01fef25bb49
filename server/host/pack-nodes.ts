import { isMap, isNode, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { Span } from '../core/text/span.ts';
import { composeYaml } from './compose-yaml.ts';
import { entryAt, type PackEntry } from './pack-outline.ts';
import type { NodePath } from './parse-pack-file.ts';

/** One scalar of a pack file: a key, or a value. */
export interface PackNode {
  readonly role: 'key' | 'value';
  /** From the root of the file's data, its own key or index last. The index of a list in the root is always 0. */
  readonly path: NodePath;
  /** As the file means it, without quotes; '' for nothing. */
  readonly text: string;
  /** Its characters in the file, quotes included. UTF-16 code units. */
  readonly span: Span;
}

/** An entry as it is written now, whatever is wrong beside and within it. */
export interface ParsedEntry {
  readonly nodes: readonly PackNode[];
  /** The value at a path from the root of the file's data, as plain data; undefined where there is none. */
  valueAt(path: NodePath): unknown;
}

const UNREADABLE: ParsedEntry = { nodes: [], valueAt: () => undefined };

/**
 * Parse one entry of a pack file by itself.
 * Offsets: spans are in UTF-16 code units of `text`, the whole file.
 * Errors: none; what the parser can make of a half-written entry is what there is.
 */
export function parseEntry(text: string, { section, holdsSection, span }: PackEntry): ParsedEntry {
  const composed = composeYaml(text.slice(span.start, span.end));
  if (composed.kind === 'refused') return UNREADABLE;
  const { document } = composed;
  const above = holdsSection || section === undefined ? [] : [section];
  const nodes: PackNode[] = [];
  collect(document.contents, above, span.start, nodes);
  return {
    nodes,
    valueAt: (path) => plain(descend(document.contents, path.slice(above.length))),
  };
}

/** The scalar at `offset` of a pack file with the entry around it; undefined where there is none. */
export function findNode(
  text: string,
  outline: readonly PackEntry[],
  offset: number,
): { readonly node: PackNode; readonly entry: ParsedEntry } | undefined {
  const found = entryAt(outline, offset);
  if (found === undefined) return undefined;
  const entry = parseEntry(text, found);
  const node = nodeAt(entry, offset);
  return node && { node, entry };
}

/** The narrowest scalar at `offset`; its end counts as inside. */
export function nodeAt({ nodes }: ParsedEntry, offset: number): PackNode | undefined {
  return nodes.find(({ span }) => span.start <= offset && offset <= span.end);
}

function collect(node: unknown, path: NodePath, shift: number, nodes: PackNode[]): void {
  if (isScalar(node)) {
    const span = spanOf(node, shift);
    if (span !== undefined) nodes.push({ role: 'value', path, text: textOf(node), span });
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) collect(item, [...path, index], shift, nodes);
  } else if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? textOf(key) : '';
      const inner = [...path, name];
      const span = isNode(key) ? spanOf(key, shift) : undefined;
      if (span !== undefined) nodes.push({ role: 'key', path: inner, text: name, span });
      collect(value, inner, shift, nodes);
    }
  }
}

/** As it was written, so that `1.40` stays what it is and `null` is told from nothing. */
function textOf({ source, value }: Scalar): string {
  return source ?? (value === null || value === undefined ? '' : String(value));
}

function spanOf({ range }: Node, shift: number): Span | undefined {
  return range ? { start: range[0] + shift, end: range[1] + shift } : undefined;
}

function descend(node: unknown, path: NodePath): unknown {
  let at = node;
  for (const step of path) {
    if (isSeq(at)) at = at.items[Number(step)];
    else if (isMap(at))
      at = at.items.find(({ key }) => isScalar(key) && textOf(key) === step)?.value;
    else return undefined;
  }
  return at;
}

function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(plain);
  if (!isMap(node)) return undefined;
  return Object.fromEntries(
    node.items.flatMap(({ key, value }) => (isScalar(key) ? [[textOf(key), plain(value)]] : [])),
  );
}
