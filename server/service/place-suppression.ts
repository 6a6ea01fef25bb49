import type { Claim } from '../core/claims/claim.ts';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { DraftEdit } from './actions.ts';
import { onOneLine } from './claim-sentence.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** A line that a comment of its own must not come before: it would cut a list, a quote or a table in two. */
const listItem = /^\s*(?:[-+*]|\d{1,9}[.)])(?:\s|$)/;
const quoted = /^\s*>/;
const tableRow = /^\s*\|/;
const delimiterRow = /^\s*\|?\s*:?-+:?\s*\|[\s:|-]*$/;

/** A line above which no paragraph goes on. */
const heading = /^ {0,3}#{1,6}(?:\s|$)/;
const rule = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,}|`{3,}.*|~{3,}.*|<!--.*-->\s*)$/;

/**
 * The edit that lets a claim stand: a `stet` comment with the statement's id and the reason, '' for none.
 * It stands on a line of its own before the claim's block, or at the end of the claim's line where a
 * line of its own would break a list, a quote or a table.
 * Undefined where comments are not possible: in plain text and in front matter.
 * Offsets: UTF-16 code units of the draft.
 */
export function placeSuppression(
  claim: Claim,
  draft: DraftSnapshot,
  reason: string,
): DraftEdit | undefined {
  const { text } = draft.reading;
  const lines = indexLines(text);
  const { line } = lines.position(claim.span.start);
  if (draft.language === 'plaintext' || line <= frontMatterEnd(lines)) return undefined;
  const start = blockStart(line, lines);
  return start === undefined
    ? endOfLine(claim, lines, reason)
    : lineBefore(start, claim, lines, text, reason);
}

/** A comment whose reason cannot end it. */
function comment(keyword: string, statement: string, reason: string): string {
  const said = onOneLine(reason).replace(/--+/g, '–');
  return `<!-- ${keyword} ${statement}${said === '' ? '' : `: ${said}`} -->`;
}

/** The line of the closing fence of YAML front matter; -1 without front matter. */
function frontMatterEnd(lines: LineMap): number {
  if (lines.lineText(0).trimEnd() !== '---') return -1;
  for (let line = 1; line < lines.lineCount; line++) {
    if (/^(?:---|\.\.\.)\s*$/.test(lines.lineText(line))) return line;
  }
  return -1;
}

/** The first line of the paragraph or heading that holds `line`; undefined in a list, a quote or a table. */
function blockStart(line: number, lines: LineMap): number | undefined {
  if (heading.test(lines.lineText(line))) return line;
  for (let start = line; ; start--) {
    const text = lines.lineText(start);
    if ([listItem, quoted, tableRow, delimiterRow].some((form) => form.test(text)))
      return undefined;
    if (start === line && delimiterRow.test(lines.lineText(line + 1))) return undefined;
    if (start === 0 || endsParagraph(lines.lineText(start - 1))) return start;
  }
}

function endsParagraph(text: string): boolean {
  return text.trim() === '' || heading.test(text) || rule.test(text);
}

function lineBefore(
  line: number,
  { statement }: Claim,
  lines: LineMap,
  text: string,
  reason: string,
): DraftEdit {
  const start = lines.offset({ line, character: 0 });
  const indent = /^[ \t]*/.exec(lines.lineText(line))?.[0] ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    span: { start, end: start },
    text: `${indent}${comment('stet', statement, reason)}${lineEnd}`,
  };
}

/**
 * Before the last bar of a table row, and before the blanks or the backslash of a hard line break. A bar in the reason
 * would begin a cell.
 * A claim on two lines is let stand by a comment for its block, as one for a line would not hold it.
 */
function endOfLine({ span, statement }: Claim, lines: LineMap, reason: string): DraftEdit {
  const first = lines.position(span.start).line;
  const { line } = lines.position(span.end);
  const text = lines.lineText(line);
  const body = tableRow.test(text) ? text.replace(/\|\s*$/, '') : text.replace(/\\$/, '');
  const start = lines.offset({ line, character: body.trimEnd().length });
  const keyword = first === line ? 'stet-line' : 'stet';
  return {
    span: { start, end: start },
    text: ` ${comment(keyword, statement, reason.replaceAll('|', '/'))}`,
  };
}
