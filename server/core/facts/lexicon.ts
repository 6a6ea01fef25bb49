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
  return { root: emptyNode() };
}

function emptyNode(): Node {
  return { next: new Map(), meanings: [], capitals: [], hasProper: false };
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
  let node = lexicon.root.next.get(tokens[from]?.lower ?? '');
  let found: PhraseMatch | undefined;
  for (let to = from + 1; node; to++) {
    const meanings = node.hasProper ? meaningsAs(node, tokens, from) : node.meanings;
    if (meanings.length > 0) found = { from, to, meanings };
    node = to < tokens.length ? node.next.get(tokens[to]?.lower ?? '') : undefined;
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
