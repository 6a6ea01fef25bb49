import type { Outline } from '../core/prose/read-outline.ts';
import type { Span } from '../core/text/span.ts';
import { nodesAround } from './draft-place.ts';

/** How a sort of note is written: what its definition looks like, and what refers to it. */
export interface NoteForm {
  /** A definition: its label, then what it says on its first line. */
  readonly definition: RegExp;
  /** Whatever uses a label. */
  readonly use: RegExp;
}

/** A note at the end of a draft: a footnote, the address of a link, a numbered note of plain text. */
export interface Note {
  readonly label: string;
  /** From the label to the end of what it says, in UTF-16 code units of the draft. */
  readonly span: Span;
  readonly text: string;
}

/** The notes of a draft of one form, and the labels in use. */
export interface Notes {
  readonly notes: readonly Note[];
  /** Of definitions and of what refers to one, in the order of the text. */
  readonly labels: readonly string[];
}

/** `[^1]: …`, with what goes on in indented lines. */
export const footnotes: NoteForm = {
  definition: /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*(?:\r?\n(?:(?:\r?\n)?(?: {4}|\t)|(?![ \t]*(?:\[\^|\r?\n|$))).*)*)/gm,
  use: /\[\^([^\]\s]+)\]/g,
};

/** `[key]: https://…`. */
export const linkTargets: NoteForm = {
  definition: /^ {0,3}\[([^\]^\s][^\]]*)\]:[ \t]*(\S.*)/gm,
  use: /\][[]([^\]^\s][^\]]*)\]/g,
};

/** `[1] …` on a line of its own: plain text has no form for notes, this is what people write. */
export const numberedNotes: NoteForm = {
  definition: /^\[(\d+)\][ \t]+(\S.*)/gm,
  use: /\[(\d+)\]/g,
};

/** Find the notes of a draft; what stands in code or in a comment is none. */
export function readNotes(outline: Outline, { definition, use }: NoteForm): Notes {
  const found = [...outline.text.matchAll(definition)].filter(({ index }) =>
    isText(outline, index),
  );
  const notes = found.map(({ index, 0: whole, 1: label = '', 2: text = '' }) => {
    const end = index + whole.trimEnd().length;
    return { label, span: { start: index, end }, text: text.trim() };
  });
  const used = [...outline.text.matchAll(use)].map(({ 1: label = '' }) => label);
  return { notes, labels: [...used, ...notes.map(({ label }) => label)] };
}

/**
 * A label that is free, in the style of the file: the next number, with the same word before it where the file has one
 * ("note-3"); `name` where its labels are words. A file without any begins with `first`.
 */
export function nextLabel({ notes, labels }: Notes, name: string, first: string): string {
  const model = notes.at(-1)?.label ?? labels.at(-1);
  if (model === undefined) return free(first, labels);
  const [, word = '', digits] = /^(.*?)(\d+)$/.exec(model) ?? [];
  if (digits === undefined) return free(name, labels);
  const numbers = labels.map((label) =>
    label.startsWith(word) && /^\d+$/.test(label.slice(word.length))
      ? Number(label.slice(word.length))
      : 0,
  );
  return `${word}${Math.max(...numbers) + 1}`;
}

/**
 * Where a definition may be added, best first: behind the last one of its form, parted from it as those before it are,
 * then by an empty line; in a draft without any at the end.
 */
export function noteInsertions(
  { text }: Outline,
  { notes }: Notes,
  written: string,
): readonly { readonly at: number; readonly text: string }[] {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const [before, last] = notes.slice(-2);
  const behind = last ?? before;
  const paragraph = `${lineEnd}${lineEnd}${written}`;
  if (!behind) return [{ at: text.trimEnd().length, text: paragraph }];
  const isApart =
    last !== undefined &&
    before !== undefined &&
    /\n[ \t]*\r?\n/.test(text.slice(before.span.end, last.span.start));
  const at = behind.span.end;
  const inOneBlock = { at, text: `${lineEnd}${written}` };
  return isApart ? [{ at, text: paragraph }] : [inOneBlock, { at, text: paragraph }];
}

/** Whether markup is read at an offset: not in code, a comment or a piece of HTML. */
export function isText(outline: Outline, offset: number): boolean {
  return !nodesAround(outline, offset, 1).some(({ name }) => UNREAD.has(name));
}

const UNREAD: ReadonlySet<string> = new Set([
  'FencedCode',
  'CodeBlock',
  'InlineCode',
  'HTMLBlock',
  'CommentBlock',
  'Comment',
]);

function free(label: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((one) => one.toLowerCase()));
  if (!lower.has(label.toLowerCase())) return label;
  let number = 2;
  while (lower.has(`${label}-${number}`.toLowerCase())) number++;
  return `${label}-${number}`;
}
