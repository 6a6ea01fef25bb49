import type { Location, LocationLink, Range } from 'vscode-languageserver';
import { indexLines } from '../core/text/line-map.ts';
import {
  nameOf,
  type occurrencesOf,
  type PackName,
  type PackOccurrence,
} from '../host/pack-names.ts';
import { findNode, type PackNode } from '../host/pack-nodes.ts';
import { uriOfPath } from './file-uri.ts';
import type { PackPage } from './pack-desk.ts';
import { toLspRange } from './to-lsp.ts';

/** Something named at a place of a page. */
export interface NamedThing extends PackName {
  /** Where it is named. */
  readonly range: Range;
}

/** A place of some pack file that names something. */
export interface NamedPlace extends Location {
  readonly role: PackOccurrence['role'];
}

/** The text of a pack file, as its editor has it if it is open; undefined where it cannot be read. */
export type ReadPack = (path: string) => Promise<string | undefined>;

/** What is named at `offset` of a pack file; the key of a statement's id names the statement. */
export function thingAt(page: PackPage, offset: number): NamedThing | undefined {
  const found = findNode(page.text, page.outline, offset);
  if (found === undefined) return undefined;
  const { node, entry } = found;
  const named = node.role === 'key' ? valueOfId(entry.nodes, node) : node;
  const name = nameOf(named, entry, page.names);
  if (name === undefined) return undefined;
  const { start, end } = node.span;
  const { document } = page;
  return { ...name, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}

/** The places in `files` that name `thing`, file by file in their order; `find` finds them in one text. */
export async function placesOf(
  thing: PackName,
  files: readonly string[],
  page: PackPage,
  read: ReadPack,
  find: typeof occurrencesOf,
): Promise<readonly NamedPlace[]> {
  const places: NamedPlace[] = [];
  for (const file of files) {
    const text = await read(file);
    const found = text === undefined ? [] : find(text, thing, page.names);
    if (text === undefined || found.length === 0) continue;
    const lines = indexLines(text);
    const uri = uriOfPath(file);
    for (const { role, span } of found) places.push({ uri, range: toLspRange(span, lines), role });
  }
  return places;
}

/** Definitions as links that mark the whole id that was asked about, where the client shows links. */
export function toLspDefinition(
  { range }: NamedThing,
  places: readonly NamedPlace[],
  { showsLinks }: { readonly showsLinks: boolean },
): Location[] | LocationLink[] {
  if (!showsLinks) return places.map(toLspLocation);
  return places.map((one) => ({
    originSelectionRange: range,
    targetUri: one.uri,
    targetRange: one.range,
    targetSelectionRange: one.range,
  }));
}

/** A place without what the protocol does not know. */
export function toLspLocation({ uri, range }: NamedPlace): Location {
  return { uri, range };
}

/** The id behind the key `id` of a statement; any other key itself. */
function valueOfId(nodes: readonly PackNode[], key: PackNode): PackNode {
  const [section, , name] = key.path;
  if (section !== 'statements' || name !== 'id' || key.path.length !== 3) return key;
  return nodes[nodes.indexOf(key) + 1] ?? key;
}
