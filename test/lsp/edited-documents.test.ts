import { describe, expect, it } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { caretsOf, editedDocuments } from '../../server/lsp/edited-documents.ts';
import { rangeOf } from './drafts.ts';

/** The text after the changes, with `|` where carets are left. */
function check(text: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  const document = editedDocuments.create('untitled:draft', 'markdown', 1, text);
  const updated = editedDocuments.update(document, [...changes], 2);
  expect(updated.version).toBe(2);
  const carets = [...caretsOf(updated)].sort((one, other) => other - one);
  return carets.reduce(
    (shown, caret) => `${shown.slice(0, caret)}|${shown.slice(caret)}`,
    updated.getText(),
  );
}

describe('editedDocuments', () => {
  const text = 'one two three';

  it('leaves the caret behind what was written, and where something was deleted', () => {
    expect(check(text, [{ range: rangeOf(text, 'two'), text: '2.0' }])).toBe('one 2.0| three');
    expect(check(text, [{ range: rangeOf(text, 'two '), text: '' }])).toBe('one |three');
  });

  it('follows several carets, whichever way round a client sends their changes', () => {
    const first = { range: rangeOf(text, 'one'), text: '1' };
    const last = { range: rangeOf(text, 'three'), text: '3' };
    expect(check(text, [last, first])).toBe('1| two 3|');
    // Each change is one of the text that the one before it left.
    const then = { range: rangeOf('1 two three', 'three'), text: '3' };
    expect(check(text, [first, then])).toBe('1| two 3|');
  });

  it('has no caret behind what is longer than what is typed at once: it was pasted', () => {
    expect(check(text, [{ range: rangeOf(text, 'two'), text: 'twenty' }])).toBe('one twenty three');
    expect(check(text, [{ text: 'one two and a half three' }])).toBe('one two and a half three');
  });

  it('finds the place of the change where a client sends the whole text', () => {
    expect(check(text, [{ text: 'one two. three' }])).toBe('one two.| three');
    expect(check(text, [{ text }])).toBe(text);
  });

  it('has no caret where nothing was edited, and takes a range the wrong way round', () => {
    expect(caretsOf(editedDocuments.create('untitled:draft', 'markdown', 1, text))).toEqual([]);
    const { start, end } = rangeOf(text, 'two');
    expect(check(text, [{ range: { start: end, end: start }, text: '2' }])).toBe('one 2| three');
  });
});
