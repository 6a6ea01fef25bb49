import { Composer, CST, type Document, Parser } from 'yaml';

/** A parsed document, or where and why there is none. */
export type Composed =
  | { readonly kind: 'document'; readonly document: Document.Parsed }
  /** `offset` is in UTF-16 code units of the text. */
  | { readonly kind: 'refused'; readonly offset: number; readonly message: string };

/** Far more than any data written by people; the library calls itself for every level. */
const MAX_NESTING = 64;

/**
 * Parse YAML 1.2 with the core schema, in which dates stay text.
 * The same as the library's `parseDocument`, but for nesting: that is measured on the flat list of tokens first,
 * because a thousand levels overflow the stack, and a regular expression that does not fit there ends the process.
 */
export function composeYaml(text: string): Composed {
  const tokens = [...new Parser().parse(text)];
  const tooDeep = firstTooDeep(tokens);
  if (tooDeep !== undefined) {
    const message = `This is nested more than ${MAX_NESTING} levels deep`;
    return { kind: 'refused', offset: tooDeep, message };
  }
  const composer = new Composer({ schema: 'core', prettyErrors: false, logLevel: 'error' });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (document === undefined)
    return { kind: 'refused', offset: 0, message: 'There is no document' };
  if (second !== undefined) {
    const message = 'A second document begins here; a file holds one';
    return { kind: 'refused', offset: second.range[0], message };
  }
  return { kind: 'document', document };
}

/** The offset of the first node below {@link MAX_NESTING} levels. Keeps its own stack. */
function firstTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_NESTING) return 'offset' in token ? token.offset : 0;
    for (const child of childrenOf(token)) open.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!CST.isCollection(token)) return [];
  return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat());
}
