import type { Entity, FactBase } from '../facts/fact-base.ts';
import type { Figure } from '../figures/figure.ts';
import type { Rewrite } from './with-article.ts';

/**
 * Write the names on record for those of a draft: of a set only the members that differ, of a person the surname alone
 * where the writer has no more and nobody else on record shares it.
 * Offsets: UTF-16 code units of `text`.
 */
export function rewriteName(
  text: string,
  { span, nameType }: Figure,
  { entities }: Figure,
  facts: FactBase,
): Rewrite {
  const recorded = entities.flatMap((id) => facts.entities.get(id) ?? []);
  const written = text.slice(span.start, span.end);
  const differing =
    nameType === 'person' ? undefined : rewriteDiffering(written, recorded, span.start);
  if (differing) return differing;
  const names = recorded.map((entity) => nameLike(written, entity, nameType, facts));
  return { span, text: listOf(names) };
}

function listOf(names: readonly string[]): string {
  const [last = '', ...others] = [...names].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}

function nameLike(
  written: string,
  { id, name, aliases }: Entity,
  nameType: string,
  facts: FactBase,
): string {
  if (nameType !== 'person') return isManyOf(written, name) ? `${name}s` : name;
  const surname = name.split(' ').at(-1) ?? name;
  const isSurname = !/\s/.test(written) && aliases.includes(surname);
  return isSurname && !isShared(surname, id, facts) ? surname : name;
}

/** "K20s" for many engines of the sort: the digit before the "s" tells it from a name that ends in one. */
function isManyOf(written: string, name: string): boolean {
  return /\ds$/.test(written) && /\d$/.test(name);
}

function isShared(surname: string, id: string, { entities }: FactBase): boolean {
  for (const other of entities.values()) {
    const words = other.name.split(' ');
    if (other.id !== id && (words.includes(surname) || other.aliases.includes(surname)))
      return true;
  }
  return false;
}

/** One piece of a list, where it stands in it. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** From the first member that is not on record to the last, where as many on record are missing. */
function rewriteDiffering(
  written: string,
  recorded: readonly Entity[],
  offset: number,
): Rewrite | undefined {
  const pieces = piecesOf(written);
  const isNamed = (entity: Entity, { text }: Piece): boolean =>
    [entity.name, ...entity.aliases].some((name) => text === name || text === `${name}s`);
  const wrong = pieces.filter((piece) => !recorded.some((entity) => isNamed(entity, piece)));
  const missing = recorded.filter((entity) => !pieces.some((piece) => isNamed(entity, piece)));
  const [first, last] = [wrong[0], wrong.at(-1)];
  if (!first || !last || wrong.length === pieces.length || wrong.length !== missing.length)
    return undefined;
  let [text, at] = ['', first.start];
  for (const [index, piece] of wrong.entries()) {
    const name = missing[index]?.name ?? '';
    text += written.slice(at, piece.start) + (isManyOf(piece.text, name) ? `${name}s` : name);
    at = piece.end;
  }
  return { span: { start: offset + first.start, end: offset + last.end }, text };
}

function piecesOf(written: string): readonly Piece[] {
  const joints = written.matchAll(/\s*(?:[,/&]|\b(?:and|or)\b)\s*(?:the\s+)?/g);
  const pieces: Piece[] = [];
  let start = 0;
  for (const { index, 0: joint } of joints) {
    if (start < index) pieces.push({ text: written.slice(start, index), start, end: index });
    start = index + joint.length;
  }
  if (start < written.length)
    pieces.push({ text: written.slice(start), start, end: written.length });
  return pieces;
}
