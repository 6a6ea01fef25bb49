import type { CodeAction, Diagnostic, Range, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The draft of the "Done when" 2: seven figures, each in conflict with the record. */
export const wrongDraft = `---
title: A test
date: 2025-11-05
---

OpenAI signed a five-year, $40bn deal with Amazon Web Services on November 5, gaining H100 chips; the startup, valued at $600 billion, also owes Oracle $250bn and Microsoft's Azure $300bn.
`;

/** Its figures that the record contradicts, in the order of the text. */
export const wrongValues = [
  'five-year',
  '$40bn',
  'November 5',
  'H100',
  '$600 billion',
  '$250bn',
  '$300bn',
];

/** What their corrections give. */
export const rightValues = [
  'seven-year',
  '$38bn',
  'November 3',
  'GB200 and GB300',
  '$500 billion',
  '$300bn',
  '$250bn',
];

/** The draft with every figure as the record has it. */
export const withRightValues = `---
title: A test
date: 2025-11-05
---

OpenAI signed a seven-year, $38bn deal with Amazon Web Services on November 3, gaining GB200 and GB300 chips; the startup, valued at $500 billion, also owes Oracle $300bn and Microsoft's Azure $250bn.
`;

/** The text that a range of `text` covers. */
export function textAt(text: string, range: Range): string {
  return TextDocument.create('', '', 0, text).getText(range);
}

/** The range of the first `words` in `text`. */
export function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the draft`);
  const document = TextDocument.create('', '', 0, text);
  return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
}

/** `text` after a code action, as an editor applies it. */
export function applied(text: string, action: CodeAction | undefined): string {
  if (action === undefined) throw new Error('There is no such action');
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), editsOf(action));
}

/** The text edits of a code action on one document, in either form. */
export function editsOf({ edit }: CodeAction): TextEdit[] {
  const versioned = (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change ? change.edits : [],
  );
  const plain = Object.values(edit?.changes ?? {}).flat();
  return [...versioned, ...plain].filter((one): one is TextEdit => 'newText' in one);
}

/** The figures that diagnostics mark, in the order of the text. */
export function marked(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ range }) => textAt(text, range));
}
