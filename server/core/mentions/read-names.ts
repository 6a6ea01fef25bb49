import type { FactBase } from '../facts/fact-base.ts';
import { bareFigure, type Figure } from '../figures/figure.ts';
import type { Token } from '../text/tokens.ts';
import type { Mention } from './mention.ts';

/**
 * Read the names that can be values of a property: entities of a type that some property takes, and names that look
 * like one (`H100`). Names of one type that are joined by "and" or "or" are one figure.
 */
export function readNames(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  facts: FactBase,
): readonly Figure[] {
  const single = mentions.flatMap((mention) => readName(tokens, mention, facts) ?? []);
  return joinNames(tokens, single).map(({ figure }) => {
    const surface = text.slice(figure.span.start, figure.span.end);
    return { ...figure, surface };
  });
}

interface NameRead {
  readonly figure: Figure;
  readonly from: number;
  readonly to: number;
}

function readName(
  tokens: readonly Token[],
  { kind, from, to, meanings }: Mention,
  facts: FactBase,
): NameRead | undefined {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  for (const meaning of meanings) {
    const type = meaning.kind === 'entity' ? facts.entities.get(meaning.entity)?.type : undefined;
    if (
      meaning.kind !== 'entity' ||
      type === undefined ||
      facts.partyTypes.has(type) ||
      !facts.valueTypes.has(type)
    )
      continue;
    return {
      figure: { ...bareFigure('name', span), entities: [meaning.entity], nameType: type },
      from,
      to,
    };
  }
  if (kind !== 'unknown' || to - from > 1) return undefined;
  const shaped = [...facts.types.values()].find(({ shapes }) =>
    shapes.some((shape) => hasShape(first.text, shape)),
  );
  return shaped && { figure: { ...bareFigure('name', span), nameType: shaped.id }, from, to };
}

/** Whether a name is letter for letter a shape, `0` standing for any digit; a plural s may follow. */
function hasShape(name: string, shape: string): boolean {
  const bare = name.endsWith('s') && !shape.endsWith('s') ? name.slice(0, -1) : name;
  if (bare.length !== shape.length) return false;
  return [...shape].every((wanted, index) => {
    const found = bare.charAt(index);
    return wanted === '0' ? /\d/.test(found) : wanted === found;
  });
}

function joinNames(tokens: readonly Token[], names: readonly NameRead[]): readonly NameRead[] {
  const joined: NameRead[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (before && areJoined(tokens, before, name))
      joined[joined.length - 1] = together(before, name);
    else joined.push(name);
  }
  return joined;
}

function areJoined(tokens: readonly Token[], before: NameRead, name: NameRead): boolean {
  if (before.figure.nameType !== name.figure.nameType || before.figure.nameType === 'person')
    return false;
  const between = tokens.slice(before.to, name.from).map(({ lower }) => lower);
  const joint = before.figure.nameType === 'place' ? /^(?:and|or|&)$/ : /^(?:and|or|&|,|\/)$/;
  return between.length === 1 && joint.test(between[0] ?? '');
}

function together(before: NameRead, name: NameRead): NameRead {
  const span = { start: before.figure.span.start, end: name.figure.span.end };
  const isKnown = before.figure.entities.length > 0 && name.figure.entities.length > 0;
  const entities = isKnown ? [...before.figure.entities, ...name.figure.entities] : [];
  return { figure: { ...before.figure, span, entities }, from: before.from, to: name.to };
}
