import type { Outline } from '../core/prose/read-outline.ts';
import type { Span } from '../core/text/span.ts';
import type { DraftEdit } from './actions.ts';
import { nodesAround } from './draft-place.ts';

/** How a sort of note is written: what its definition begins with, and what refers to it. */
export interface NoteForm {
  /** The beginning of a definition, with its label. */
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

/** `[^1]: …`, with what goes on in further lines. */
export const footnotes: NoteForm = {
  definition: /^ {0,3}\[\^([^\]\s]+)\]:/gm,
  use: /\[\^([^\]\s]+)\]/g,
};

/** `[key]: https://…`. */
export const linkTargets: NoteForm = {
  definition: /^ {0,3}\[([^\]^\s][^\]\n]*)\]:/gm,
  use: /\]\[([^\]^\s][^\]\n]*)\]/g,
};

/** `[1] …` on a line of its own: plain text has no form for notes, this is what people write. */
export const numberedNotes: NoteForm = { definition: /^\[(\d+)\](?= )/gm, use: /\[(\d+)\]/g };

/** Find the notes of a draft; what stands in code or in a comment is none. */
export function readNotes(outline: Outline, { definition, use }: NoteForm): Notes {
  const { text } = outline;
  const found = [...text.matchAll(definition)].filter(({ index }) => isText(outline, index));
  const notes = found.map(({ index, 0: opening, 1: label = '' }) => {
    const end = endOfNote(outline, index);
    return { label, span: { start: index, end }, text: text.slice(index + opening.length, end) };
  });
  const used = [...text.matchAll(use)].map(({ 1: label = '' }) => label);
  return { notes, labels: [...used, ...notes.map(({ label }) => label)] };
}

/** The address of a link ends where the parser says; other notes go on to an empty line that no indented one follows, or to the next note. */
function endOfNote(outline: Outline, start: number): number {
  const { text } = outline;
  const target = nodesAround(outline, start, 1).find(({ name }) => name === 'LinkReference');
  if (target) return target.end;
  const goesOn = /\r?\n(?:[ \t]*\r?\n(?: {4}|\t)|(?![ \t]*(?:\[|\r?\n|$)))/y;
  for (let at = start; ; ) {
    const lineEnd = text.slice(at).search(/\r?\n|$/) + at;
    goesOn.lastIndex = lineEnd;
    if (!goesOn.test(text)) return text.slice(start, lineEnd).trimEnd().length + start;
    at = goesOn.lastIndex;
  }
}

/**
 * A label that is free, in the style of the file: the next number, with the same word before it where the file has one
 * ("note-3"); `name` where its labels are words. A file without any begins with `first`.
 */
export function nextLabel({ notes, labels }: Notes, name: string, first: string): string {
  const model = notes.at(-1)?.label ?? labels.at(-1);
  if (model === undefined) return free(first, labels);
  const [, word = '', digits] = /^(.*?)(\d{1,9})$/.exec(model) ?? [];
  if (digits === undefined) return free(name, labels);
  const numbered = labels.filter((label) => label.startsWith(word));
  const last = numbered.reduce((most, label) => {
    const number = label.slice(word.length);
    return /^\d{1,9}$/.test(number) ? Math.max(most, Number(number)) : most;
  }, 0);
  return `${word}${last + 1}`;
}

/**
 * The edits that add a definition, best first: behind the last one of its form, parted from it as that is from the one
 * before it, then by an empty line; in a draft without any at the end, unless
 * that is in code.
 */
export function noteInsertions(
  outline: Outline,
  { notes }: Notes,
  definition: string,
): readonly DraftEdit[] {
  const { text } = outline;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const added = (at: number, gap: string): DraftEdit => ({
    span: { start: at, end: at },
    text: gap + definition,
  });
  const paragraph = lineEnd + lineEnd;
  const last = notes.at(-1);
  if (!last) return isOpen(outline) ? [] : [added(text.trimEnd().length, paragraph)];
  const before = notes.at(-2);
  const gap = before ? text.slice(before.span.end, last.span.start) : '';
  const apart = added(last.span.end, paragraph);
  return /\n[ \t]*\r?\n/.test(gap) ? [apart] : [added(last.span.end, lineEnd), apart];
}

/** Whether a draft ends in code or in a comment that nothing closes. */
function isOpen(outline: Outline): boolean {
  const { text } = outline;
  const open = nodesAround(outline, text.trimEnd().length, -1).find(({ name }) =>
    CLOSING.has(name),
  );
  if (!open) return false;
  const closing = CLOSING.get(open.name);
  return closing?.test(text.slice(open.start, open.end).trimEnd()) === false;
}

/** What closes a block that goes on until then. */
const CLOSING: ReadonlyMap<string, RegExp> = new Map([
  ['FencedCode', /\n[ \t>]*(?:`{3,}|~{3,})$/],
  ['CommentBlock', /-->$/],
]);

/** Whether markup is read at an offset: not in code, a comment or a piece of HTML. */
function isText(outline: Outline, offset: number): boolean {
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
