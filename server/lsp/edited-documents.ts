import type {
  Range,
  TextDocumentContentChangeEvent,
  TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changedRange } from '../core/text/changed-range.ts';
import type { Span } from '../core/text/span.ts';

/**
 * What is typed comes a character at a time, or a few where the client gathers them. What is longer was pasted or put in
 * by the editor, and is finished.
 */
const LONGEST_TYPED = 3;

const lastCarets = new WeakMap<TextDocument, readonly number[]>();

/** How open documents follow their editor's changes, with the places of the last ones remembered. */
export const editedDocuments: TextDocumentsConfiguration<TextDocument> = {
  create: TextDocument.create,
  update(document, changes, version) {
    let carets: readonly number[] = [];
    for (const change of changes) carets = caretsAfter(document, change, version, carets);
    // A change of nothing is a change of version all the same.
    const updated = TextDocument.update(document, [], version);
    lastCarets.set(updated, carets);
    return updated;
  },
};

/**
 * Where the last edit of a document has left its carets: the ends of what was typed or deleted.
 * Offsets: UTF-16 code units of the document as it is now. Empty where nothing was typed since it was opened.
 */
export function caretsOf(document: TextDocument): readonly number[] {
  return lastCarets.get(document) ?? [];
}

/** Apply one change; the carets of those before it, moved by it, and its own. */
function caretsAfter(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  version: number,
  carets: readonly number[],
): readonly number[] {
  if (!('range' in change) || change.range === undefined) {
    const before = document.getText();
    TextDocument.update(document, [change], version);
    const changed = changedRange(before, change.text);
    return changed === undefined ? [] : caretBehind(changed.fromB, changed.toB);
  }
  const { start, end } = offsetsOf(document, change.range);
  TextDocument.update(document, [change], version);
  const by = change.text.length - (end - start);
  return [
    ...carets.map((caret) => (caret < end ? caret : caret + by)),
    ...caretBehind(start, start + change.text.length),
  ];
}

function caretBehind(start: number, end: number): readonly number[] {
  return end - start <= LONGEST_TYPED ? [end] : [];
}

/** In their order, whichever way round a client gives them. */
function offsetsOf(document: TextDocument, range: Range): Span {
  const [one, other] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return { start: Math.min(one, other), end: Math.max(one, other) };
}
