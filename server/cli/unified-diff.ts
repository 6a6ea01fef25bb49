import { indexLines } from '../core/text/line-map.ts';
import type { DraftEdit } from '../service/index.ts';

const CONTEXT_LINES = 2;

/**
 * The edits of one draft as a unified diff that `patch` and `git apply` take; '' without edits.
 * `edits` do not overlap and are in the order of the text.
 * Offsets: UTF-16 code units of `text`.
 */
export function unifiedDiff(path: string, text: string, edits: readonly DraftEdit[]): string {
  if (edits.length === 0) return '';
  const hunks = groupByLines(text, edits).map((group) => hunk(text, group));
  return [`--- a/${path}`, `+++ b/${path}`, ...numbered(hunks), ''].join('\n');
}

/** The text with every edit made. */
export function applyEdits(text: string, edits: readonly DraftEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of edits) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Edits whose lines, with the context around them, meet. Lines count from 0, `last` is included. */
interface EditGroup {
  readonly first: number;
  readonly last: number;
  readonly edits: readonly DraftEdit[];
}

function groupByLines(text: string, edits: readonly DraftEdit[]): readonly EditGroup[] {
  const lines = indexLines(text);
  const groups: EditGroup[] = [];
  for (const edit of edits) {
    const first = lines.position(edit.span.start).line;
    const last = lines.position(edit.span.end).line;
    const before = groups.at(-1);
    if (before !== undefined && first - before.last <= 2 * CONTEXT_LINES) {
      groups[groups.length - 1] = { first: before.first, last, edits: [...before.edits, edit] };
    } else {
      groups.push({ first, last, edits: [edit] });
    }
  }
  return groups;
}

interface Hunk {
  readonly first: number;
  readonly oldCount: number;
  readonly newCount: number;
  readonly body: readonly string[];
}

function hunk(text: string, group: EditGroup): Hunk {
  const lines = indexLines(text);
  const from = Math.max(0, group.first - CONTEXT_LINES);
  const to = Math.min(lines.lineCount - 1, group.last + CONTEXT_LINES);
  const start = lines.offset({ line: from, character: 0 });
  const end = to + 1 < lines.lineCount ? lines.offset({ line: to + 1, character: 0 }) : text.length;
  const moved = group.edits.map(({ span, text }) => ({
    span: { start: span.start - start, end: span.end - start },
    text,
  }));
  const oldText = text.slice(start, end);
  const before = splitLines(oldText);
  const after = splitLines(applyEdits(oldText, moved));
  const body = changes(before, after);
  return { first: from, oldCount: before.length, newCount: after.length, body };
}

/** Lines with their ends, so that a missing last line end is seen. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** An edit keeps the number of lines nearly always; where it does, only the lines that differ are shown. */
function changes(before: readonly string[], after: readonly string[]): readonly string[] {
  if (before.length !== after.length) {
    return [
      ...before.map((line) => diffLine('-', line)),
      ...after.map((line) => diffLine('+', line)),
    ];
  }
  const body: string[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    body.push(...removed, ...added);
    removed = [];
    added = [];
  };
  for (const [index, line] of before.entries()) {
    const now = after[index] ?? '';
    if (line === now) {
      flush();
      body.push(diffLine(' ', line));
    } else {
      removed.push(diffLine('-', line));
      added.push(diffLine('+', now));
    }
  }
  flush();
  return body;
}

function diffLine(sign: string, line: string): string {
  return line.endsWith('\n')
    ? `${sign}${line.slice(0, -1)}`
    : `${sign}${line}\n\\ No newline at end of file`;
}

function numbered(hunks: readonly Hunk[]): readonly string[] {
  let drift = 0;
  return hunks.flatMap(({ first, oldCount, newCount, body }) => {
    const head = `@@ -${first + 1},${oldCount} +${first + 1 + drift},${newCount} @@`;
    drift += newCount - oldCount;
    return [head, ...body];
  });
}
