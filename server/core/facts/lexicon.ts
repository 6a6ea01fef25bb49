import { readTokens, type Token } from '../text/tokens.ts';
import { isCommonWord } from './common-words.ts';
import { inflections, isInflected, plural, possibleBases } from './inflect.ts';

/** What a phrase of the lexicon stands for. */
export type Meaning =
  | { readonly kind: 'entity'; readonly entity: string }
  /** A definite description of one entity: "the startup". */
  | { readonly kind: 'called'; readonly entity: string }
  /** A noun of a type: "the company", "the deal". */
  | { readonly kind: 'noun'; readonly type: string }
  | { readonly kind: 'cue'; readonly property: string; readonly strength: 'strong' | 'weak' };

interface Node {
  /** By the next token, of phrases that go on. */
  next: Map<string, Node> | undefined;
  /** Everything that a phrase which ends here may mean. */
  readonly meanings: Meaning[];
  /** For each meaning the capitals that the draft must have for it. */
  readonly capitals: (readonly Capital[])[];
  /** Whether any of them needs a capital. */
  hasProper: boolean;
}

/** A capital of a proper name, as the pack writes it. */
interface Capital {
  /** Which token of the name it stands in. */
  readonly index: number;
  /** The letter that must begin the token, or all of it. */
  readonly text: string;
}

/**
 * Phrases by their words; look-up is by longest match from a token.
 * The vocabulary alone has some ten thousand with all their forms, of which a draft asks for a few hundred: those that
 * open with a token are written out and sorted by their further words when a text has that token. All are added before
 * the first is looked up.
 */
export interface Lexicon {
  /** In the order in which they were added, which is that of the meanings of a node. */
  readonly phrases: Phrase[];
  /** By the token that they open with, indices of phrases. */
  readonly openings: Map<string, number[]>;
  /** The same, of those that open with any form of a word, by that word in small letters. */
  readonly bases: Map<string, number[]>;
  /** Where each token leads to that was looked up; null for one that no phrase opens with. */
  readonly nodes: Map<string, Node | null>;
}

interface Phrase {
  readonly text: string;
  readonly meaning: Meaning;
  readonly form: Form;
}

/**
 * How a draft may write a phrase: a proper name with the capitals of the pack, anything else in any case, and a cue with
 * any regular form of its first word, or the plural of its last.
 */
type Form = 'proper' | 'common' | 'cue';

/** A phrase found in a text: tokens `[from, to)` and everything that it may mean. */
export interface PhraseMatch {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
}

export function emptyLexicon(): Lexicon {
  return { phrases: [], openings: new Map(), bases: new Map(), nodes: new Map() };
}

/** Add a phrase. */
export function addPhrase(
  { phrases, openings, bases }: Lexicon,
  text: string,
  meaning: Meaning,
  form: Form,
): void {
  const index = phrases.push({ text, meaning, form }) - 1;
  const word = firstWord(text);
  if (form === 'cue' && isInflected(word)) append(bases, word.toLowerCase(), index);
  else append(openings, readTokens(text)[0]?.lower, index);
}

function firstWord(text: string): string {
  return text.split(' ', 1)[0] ?? '';
}

function append(index: Map<string, number[]>, key: string | undefined, value: number): void {
  if (key === undefined) return;
  const known = index.get(key);
  if (known) known.push(value);
  else index.set(key, [value]);
}

/** So many words of drafts are remembered: more than a book has different ones. */
const MOST_WORDS = 50_000;

/** Where a token leads to that phrases open with; undefined where none does. */
function nodeOf(lexicon: Lexicon, lower: string): Node | undefined {
  const known = lexicon.nodes.get(lower);
  if (known !== undefined) return known ?? undefined;
  const phrases = phrasesFrom(lexicon, lower);
  if (phrases.length === 0) {
    // Drafts have ever new words that lead nowhere, every half of a word that is being typed among them.
    if (lexicon.nodes.size < MOST_WORDS) lexicon.nodes.set(lower, null);
    return undefined;
  }
  const node = emptyNode();
  for (const phrase of phrases) {
    addTo(node, phrase.text, phrase);
    const [first = '', ...rest] = phrase.form === 'cue' ? phrase.text.split(' ') : [];
    const last = rest.pop();
    const isItself = first.toLowerCase() === lower || !isInflected(first);
    if (last !== undefined && isItself)
      addTo(node, [first, ...rest, plural(last)].join(' '), phrase);
  }
  lexicon.nodes.set(lower, node);
  return node;
}

/** Every phrase that opens with a token, in the order in which they were added. */
function phrasesFrom({ phrases, openings, bases }: Lexicon, lower: string): readonly Phrase[] {
  const indices = [...(openings.get(lower) ?? [])];
  for (const base of possibleBases(lower)) {
    const known = bases.get(base);
    if (known) indices.push(...known.filter((index) => opensWithForm(phrases[index], lower)));
  }
  return indices.sort((one, other) => one - other).flatMap((index) => phrases[index] ?? []);
}

function opensWithForm(phrase: Phrase | undefined, lower: string): boolean {
  const forms = inflections(firstWord(phrase?.text ?? ''));
  return forms.some((form) => form.toLowerCase() === lower);
}

/** Sort a way to write a phrase in below the node of its first token. */
function addTo(opening: Node, text: string, { meaning, form }: Phrase): void {
  const tokens = readTokens(text);
  let node = opening;
  for (const { lower } of tokens.slice(1)) {
    node.next ??= new Map();
    const next: Node = node.next.get(lower) ?? emptyNode();
    node.next.set(lower, next);
    node = next;
  }
  if (node.meanings.some((known) => isSame(known, meaning))) return;
  const capitals = form === 'proper' ? tokens.flatMap(capitalOf) : [];
  node.meanings.push(meaning);
  node.capitals.push(capitals);
  if (capitals.length > 0) node.hasProper = true;
}

function emptyNode(): Node {
  return { next: undefined, meanings: [], capitals: [], hasProper: false };
}

/** "US" and "WHO" are written as they are, all of them: "Us" and "Who" begin a sentence. */
function capitalOf({ text }: Token, index: number): readonly Capital[] {
  const first = text.charAt(0);
  if (first === first.toLowerCase()) return [];
  const isWordInCapitals = text.length > 1 && text === text.toUpperCase() && isCommonWord(text);
  return [{ index, text: isWordInCapitals ? text : first }];
}

function isSame(one: Meaning, other: Meaning): boolean {
  if (one.kind === 'cue')
    return (
      other.kind === 'cue' && one.property === other.property && one.strength === other.strength
    );
  if (one.kind === 'noun') return other.kind === 'noun' && one.type === other.type;
  return one.kind === other.kind && one.entity === other.entity;
}

/** The longest phrase that begins at a token; undefined where none does. */
export function longestPhrase(
  lexicon: Lexicon,
  tokens: readonly Token[],
  from: number,
): PhraseMatch | undefined {
  let node = nodeOf(lexicon, tokens[from]?.lower ?? '');
  let found: PhraseMatch | undefined;
  for (let to = from + 1; node !== undefined; to++) {
    const meanings = node.hasProper ? meaningsAs(node, tokens, from) : node.meanings;
    if (meanings.length > 0) found = { from, to, meanings };
    node = to < tokens.length ? node.next?.get(tokens[to]?.lower ?? '') : undefined;
  }
  return found;
}

/** The meanings whose capitals the draft has. */
function meaningsAs(
  { meanings, capitals }: Node,
  tokens: readonly Token[],
  from: number,
): readonly Meaning[] {
  const isWritten = ({ index, text }: Capital): boolean => {
    const written = tokens[from + index]?.text ?? '';
    return text.length > 1 ? written === text : written.charAt(0) === text;
  };
  const isMeant = (_: Meaning, index: number): boolean =>
    capitals[index]?.every(isWritten) === true;
  // The same object where all are meant: what is found out of the meanings of a phrase is kept by it.
  return meanings.every(isMeant) ? meanings : meanings.filter(isMeant);
}
