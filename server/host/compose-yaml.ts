import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParseOptions,
  Parser,
  type Scalar,
  type ScalarTag,
  type SchemaOptions,
} from 'yaml';

/** A parsed document, or where and why there is none. */
export type Composed =
  | {
      readonly kind: 'document';
      readonly document: Document.Parsed;
      /** The keys that their mapping has already, in the order of the text; they are no part of the document. */
      readonly repeats: readonly Scalar[];
    }
  /** `offset` is in UTF-16 code units of the text. */
  | { readonly kind: 'refused'; readonly offset: number; readonly message: string };

/** Far more than any data written by people; the library calls itself for every level. */
const MAX_NESTING = 64;
/** What the parser has on its stack beside the collections that a node is nested in. */
const DOCUMENT_AND_SCALAR = 2;

/**
 * Parse YAML 1.2 with the core schema, in which dates stay text.
 * The same as the library's `parseDocument`, but for three things: nesting is refused before it overflows the stack
 * (a regular expression that does not fit there ends the process); a number keeps the form it was written in where
 * that says more than its value; a key given twice is left to {@link takeOutRepeats}.
 */
export function composeYaml(text: string): Composed {
  const parsed = parseTokens(text);
  if ('tooDeep' in parsed) {
    const message = `This is nested more than ${MAX_NESTING} levels deep`;
    return { kind: 'refused', offset: parsed.tooDeep, message };
  }
  const [document, second] = new Composer(OPTIONS).compose(parsed.tokens, true, text.length);
  if (document === undefined)
    return { kind: 'refused', offset: 0, message: 'There is no document' };
  if (second !== undefined) {
    const message = 'A second document begins here; a file holds one';
    return { kind: 'refused', offset: second.range[0], message };
  }
  return { kind: 'document', document, repeats: takeOutRepeats(document.contents) };
}

/** No exponent and no hexadecimal: those are written for their value. */
const PLAIN_DECIMAL = /^[-+]?\d+(?:\.\d*)?$/;

/** `1.40` and `1.4` are one number but two precisions, and pack values are read for their precision. */
const writtenNumber: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: PLAIN_DECIMAL,
  resolve: (source) => (String(Number(source)) === source ? Number(source) : source),
};

const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'core',
  customTags: (tags) => [writtenNumber, ...tags],
  prettyErrors: false,
  logLevel: 'error',
  // The library compares every key with every other: a mapping of 100,000 entries would take minutes.
  uniqueKeys: false,
};

/** The tokens of the text, unless some are nested too deep; the parser's own stack tells while it reads. */
function parseTokens(
  text: string,
): { readonly tokens: readonly CST.Token[] } | { readonly tooDeep: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_NESTING + DOCUMENT_AND_SCALAR) return { tooDeep: parser.offset };
  }
  tokens.push(...parser.end());
  return { tokens };
}

/**
 * Take each further entry of a key out of its mapping, so that the first one stands, in time linear in the entries.
 * The keys taken out, in the order of the text.
 */
function takeOutRepeats(node: unknown): readonly Scalar[] {
  const repeats: Scalar[] = [];
  walk(node);
  return repeats;

  function walk(at: unknown): void {
    if (isSeq(at)) for (const item of at.items) walk(item);
    if (!isMap(at)) return;
    const seen = new Set<string>();
    at.items = at.items.filter(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : undefined;
      if (isScalar(key) && name !== undefined && seen.has(name)) {
        repeats.push(key);
        return false;
      }
      if (name !== undefined) seen.add(name);
      walk(value);
      return true;
    });
  }
}
