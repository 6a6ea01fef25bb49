import { readTokens, type Token } from '../text/tokens.ts';
import { isCommonWord } from './common-words.ts';

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
 * The vocabulary alone has some ten thousand with all forms of their first words, of which a draft asks for a few
 * hundred: those that open with a token are sorted by their further words when a text has that token. All are added
 * before the first is looked up.
 */
export interface Lexicon {
  /** In the order in which they were added, which is that of the meanings of a node. */
  readonly phrases: Phrase[];
  /** By a token the phrases that open with it, as lists that the forms of a word share. */
  readonly openings: Map<string, Opening[]>;
  /** Where each token leads to that was looked up. */
  readonly nodes: Map<string, Node>;
}

/** Indices of phrases. */
export type Opening = number[];

interface Phrase {
  readonly text: string;
  readonly meaning: Meaning;
  readonly form: Form;
}

/** Whether a draft must write the capitals of the pack, or may write the phrase in any case. */
type Form = 'proper' | 'common';

/** A phrase found in a text: tokens `[from, to)` and everything that it may mean. */
export interface PhraseMatch {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
}

export function emptyLexicon(): Lexicon {
  return { phrases: [], openings: new Map(), nodes: new Map() };
}

/**
 * Add a phrase. A proper name must be written with the pack's capitals in a draft; anything else in any case.
 * Its first word is any of those that `opening` was made for, by default its own.
 */
export function addPhrase(
  lexicon: Lexicon,
  text: string,
  meaning: Meaning,
  form: Form,
  opening: Opening = openingOf(lexicon, [text]),
): void {
  opening.push(lexicon.phrases.length);
  lexicon.phrases.push({ text, meaning, form });
}

/** An opening for phrases whose first word may be that of any of these texts. */
export function openingOf({ openings }: Lexicon, texts: readonly string[]): Opening {
  const opening: Opening = [];
  for (const text of texts) {
    const lower = readTokens(text)[0]?.lower;
    if (lower === undefined) continue;
    const known = openings.get(lower);
    if (known) known.push(opening);
    else openings.set(lower, [opening]);
  }
  return opening;
}

/** Where a token leads to that phrases open with; undefined where none does. */
function nodeOf({ phrases, openings, nodes }: Lexicon, lower: string): Node | undefined {
  const known = nodes.get(lower);
  if (known) return known;
  const indices = openings.get(lower)?.flat();
  if (!indices) return undefined;
  const node = emptyNode();
  for (const index of indices.sort((one, other) => one - other)) addTo(node, phrases[index]);
  nodes.set(lower, node);
  return node;
}

/** Sort a phrase in below the node of its first token. */
function addTo(opening: Node, phrase: Phrase | undefined): void {
  if (!phrase) return;
  const tokens = readTokens(phrase.text);
  let node = opening;
  for (const { lower } of tokens.slice(1)) {
    node.next ??= new Map();
    const next: Node = node.next.get(lower) ?? emptyNode();
    node.next.set(lower, next);
    node = next;
  }
  if (node.meanings.some((known) => isSame(known, phrase.meaning))) return;
  const capitals = phrase.form === 'proper' ? tokens.flatMap(capitalOf) : [];
  node.meanings.push(phrase.meaning);
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
  return meanings.filter((_, index) => capitals[index]?.every(isWritten));
}
