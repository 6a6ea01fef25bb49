import type { Hover } from 'vscode-languageserver';
import { nameOf } from '../host/pack-names.ts';
import { findNode, type PackNode, type ParsedEntry } from '../host/pack-nodes.ts';
import { shapeAt } from '../host/pack-shape.ts';
import { entryCard, type PackCard, statementCard } from '../service/index.ts';
import type { ClientFeatures } from './client-features.ts';
import type { PackPage } from './pack-desk.ts';
import { toLspCard } from './to-lsp.ts';

/** What stands at `offset` of a pack file: the documentation of a key, what an id names, how a value is read. */
export function hoverPack(page: PackPage, offset: number, features: ClientFeatures): Hover | null {
  const found = findNode(page.text, page.outline, offset);
  if (found === undefined) return null;
  const card = cardOf(found.node, found.entry, page);
  if (card === undefined) return null;
  const { start, end } = found.node.span;
  return {
    contents: toLspCard(card, features),
    range: { start: page.document.positionAt(start), end: page.document.positionAt(end) },
  };
}

function cardOf(node: PackNode, entry: ParsedEntry, page: PackPage): PackCard | undefined {
  const { path, role } = node;
  const name = nameOf(node, entry, page.names);
  if (name?.thing === 'statements' || (name === undefined && isStatementValue(node))) {
    return statementCard(entry.valueAt(path.slice(0, 2)), page.facts.facts);
  }
  if (name !== undefined) return entryCard(name.thing, name.id, page.knowledge);
  const shape = shapeAt(path);
  const isDocumented = role === 'key' || (shape?.choices.length ?? 0) > 0;
  const description = isDocumented ? (shape?.description ?? '') : '';
  return description === '' ? undefined : { markdown: description, plain: description };
}

/** Whether a figure of a statement stands there: `value`, a member of its list, `also`. */
function isStatementValue({ path, role }: PackNode): boolean {
  const [section, , key] = path;
  return role === 'value' && section === 'statements' && (key === 'value' || key === 'also');
}
