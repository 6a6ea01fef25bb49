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
  const isValue = (type: string): boolean =>
    facts.valueTypes.has(type) && !isValueAsParty(type, facts);
  return joined(
    text,
    tokens,
    readEach(
      mentions,
      (mention) => readEntity(tokens, mention, isValue, facts) ?? readShape(tokens, mention, facts),
    ),
  );
}

/**
 * Read the names of those who can be parties of a deal and values as well ("backed by Acme and Borealis"). They are figures
 * only where a property asks for one: everywhere else they are whom the text is about.
 */
export function readPartyNames(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  facts: FactBase,
): readonly Figure[] {
  const isParty = (type: string): boolean =>
    facts.valueTypes.has(type) && isValueAsParty(type, facts);
  return joined(
    text,
    tokens,
    readEach(mentions, (mention) => readEntity(tokens, mention, isParty, facts)),
  );
}

/** Persons hold posts, whether or not a pack has contracts of theirs. */
function isValueAsParty(type: string, { partyTypes }: FactBase): boolean {
  return partyTypes.has(type) && type !== 'person';
}

/** What is read of the mentions; most are no names. */
function readEach(
  mentions: readonly Mention[],
  read: (mention: Mention) => NameRead | undefined,
): readonly NameRead[] {
  const names: NameRead[] = [];
  for (const mention of mentions) {
    const name = read(mention);
    if (name) names.push(name);
  }
  return names;
}

function joined(
  text: string,
  tokens: readonly Token[],
  names: readonly NameRead[],
): readonly Figure[] {
  return joinNames(tokens, names).map(({ figure }) => {
    const surface = text.slice(figure.span.start, figure.span.end);
    return { ...figure, surface };
  });
}

interface NameRead {
  readonly figure: Figure;
  readonly from: number;
  readonly to: number;
}

function readEntity(
  tokens: readonly Token[],
  { kind, from, to, meanings }: Mention,
  isValue: (type: string) => boolean,
  facts: FactBase,
): NameRead | undefined {
  if (kind !== 'name') return undefined;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last) return undefined;
  for (const meaning of meanings) {
    if (meaning.kind !== 'entity') continue;
    const type = facts.entities.get(meaning.entity)?.type;
    if (type === undefined || !isValue(type)) continue;
    const bare = bareFigure('name', { start: first.start, end: last.end });
    return { figure: { ...bare, entities: [meaning.entity], nameType: type }, from, to };
  }
  return undefined;
}

/** A name that no pack knows and that looks like one of a type: `H400`. */
function readShape(
  tokens: readonly Token[],
  { kind, from, to }: Mention,
  facts: FactBase,
): NameRead | undefined {
  const token = tokens[from];
  if (!token || kind !== 'unknown' || to - from > 1) return undefined;
  const nameType = typeByShape(token.text, facts);
  if (nameType === undefined) return undefined;
  const figure = bareFigure('name', { start: token.start, end: token.end });
  return { figure: { ...figure, nameType }, from, to };
}

/** The first type whose names may look so. */
function typeByShape(name: string, { types }: FactBase): string | undefined {
  for (const { id, shapes } of types.values()) {
    if (shapes.some((shape) => hasShape(name, shape))) return id;
  }
  return undefined;
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
  const to = tokens[name.from - 1]?.lower === 'the' ? name.from - 1 : name.from;
  const between = tokens.slice(before.to, to).map(({ lower }) => lower);
  const joint = before.figure.nameType === 'place' ? /^(?:and|or|&)$/ : /^(?:and|or|&|,|\/)$/;
  return between.length === 1 && joint.test(between[0] ?? '');
}

function together(before: NameRead, name: NameRead): NameRead {
  const span = { start: before.figure.span.start, end: name.figure.span.end };
  const parts = [before.figure, name.figure];
  const known = parts.flatMap(({ entities, knownAmong }) => [...entities, ...knownAmong]);
  const isKnown = parts.every(({ entities }) => entities.length > 0);
  const [entities, knownAmong] = isKnown ? [known, []] : [[], known];
  const figure = { ...before.figure, span, entities, knownAmong };
  return { figure, from: before.from, to: name.to };
}
