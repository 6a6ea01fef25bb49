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
  readonly next: Map<string, Node>;
  readonly meanings: Entry[];
}

interface Entry {
  readonly meaning: Meaning;
  /** For proper names: the tokens as the pack writes them, whose capitals the draft must have too. */
  readonly proper: readonly string[] | null;
}

/** Phrases by their words; look-up is by longest match from a token. */
export interface Lexicon {
  readonly root: Node;
}

/** A phrase found in a text: tokens `[from, to)` and everything that it may mean. */
export interface PhraseMatch {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
}

export function emptyLexicon(): Lexicon {
  return { root: { next: new Map(), meanings: [] } };
}

/** Add a phrase. A proper name must be written with the pack's capitals in a draft; anything else in any case. */
export function addPhrase(
  lexicon: Lexicon,
  phrase: string,
  meaning: Meaning,
  form: 'proper' | 'common',
): void {
  const tokens = readTokens(phrase);
  if (tokens.length === 0) return;
  let node = lexicon.root;
  for (const { lower } of tokens) {
    const next: Node = node.next.get(lower) ?? { next: new Map(), meanings: [] };
    node.next.set(lower, next);
    node = next;
  }
  const isKnown = node.meanings.some(({ meaning: known }) => isSame(known, meaning));
  if (!isKnown)
    node.meanings.push({
      meaning,
      proper: form === 'proper' ? tokens.map(({ text }) => text) : null,
    });
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
  let node: Node | undefined = lexicon.root;
  let found: PhraseMatch | undefined;
  for (let at = from; at < tokens.length; at++) {
    node = node.next.get(tokens[at]?.lower ?? '');
    if (!node) break;
    const meanings = node.meanings.filter(({ proper }) => hasCapitals(proper, tokens, from));
    if (meanings.length > 0)
      found = { from, to: at + 1, meanings: meanings.map(({ meaning }) => meaning) };
  }
  return found;
}

function hasCapitals(
  proper: readonly string[] | null,
  tokens: readonly Token[],
  from: number,
): boolean {
  if (!proper) return true;
  return proper.every((word, index) => {
    const first = word.charAt(0);
    const isCapital = first !== first.toLowerCase();
    const text = tokens[from + index]?.text ?? '';
    return !isCapital || (isWordInCapitals(word) ? text === word : text.charAt(0) === first);
  });
}

/** "US" and "WHO" are written as they are: "Us" and "Who" begin a sentence. */
function isWordInCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && isCommonWord(word);
}
