import type {
  Range,
  TextDocumentContentChangeEvent,
  TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changedRange } from '../core/text/changed-range.ts';
import type { Span } from '../core/text/span.ts';

/** Told where an edit has left its carets: the ends of what it wrote, UTF-16 code units of the text after it. */
export type OnEdit = (uri: string, carets: readonly number[]) => void;

/** How open documents follow their editor's changes, with somebody told of the place of each. */
export function editedDocuments(onEdit: OnEdit): TextDocumentsConfiguration<TextDocument> {
  return {
    create: TextDocument.create,
    update(document, changes, version) {
      let carets: readonly number[] = [];
      for (const change of changes) carets = caretsAfter(document, change, version, carets);
      // A change of nothing is a change of version all the same.
      const updated = TextDocument.update(document, [], version);
      onEdit(document.uri, carets);
      return updated;
    },
  };
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
    return changed === undefined ? [] : [changed.toB];
  }
  const { start, end } = offsetsOf(document, change.range);
  TextDocument.update(document, [change], version);
  const by = change.text.length - (end - start);
  return [...carets.map((caret) => (caret < end ? caret : caret + by)), start + change.text.length];
}

/** In their order, whichever way round a client gives them. */
function offsetsOf(document: TextDocument, range: Range): Span {
  const [one, other] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return { start: Math.min(one, other), end: Math.max(one, other) };
}
