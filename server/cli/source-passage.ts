import { resolve } from 'node:path';
import type { FactBase } from '../core/facts/fact-base.ts';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { LoadedFacts } from '../host/load-facts.ts';
import { fileIssue, type LocatedIssue } from '../host/located-issue.ts';
import { readSourceText } from '../host/read-source-text.ts';
import { isIsoDay } from '../service/index.ts';
import { noSuchLine } from '../service/no-such-line.ts';
import type { NewSource } from '../service/plan-record.ts';
import type { Passage } from '../service/read-passage.ts';
import { idHint } from './id-hint.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  usageProblem,
} from './parse-command-line.ts';
import { sourceTexts } from './source-texts.ts';
import type { Terminal } from './terminal.ts';

/** The passage that a fact is recorded from, with its source. */
export interface SourcePassage {
  readonly kind: 'passage';
  readonly passage: Passage;
  readonly source: string;
  /** The same where it is not on record yet. */
  readonly newSource: NewSource | null;
  /** The line of an offset of the passage's text, from 1. */
  lineOf(offset: number): number;
}

const FILE_LINE = /^(.+?):(\d+)(?::\d+)?$/;

/**
 * Find what the command line points to: `--from FILE:LINE`, or `--text` in the text of `--source`, which is looked for
 * below `--sources` by its digest, or `--text` with its `--line`.
 * Errors: a usage problem for what is missing or contradicts; an issue for a file that cannot be read or is another text.
 */
export async function findPassage(
  line: CommandLine,
  loaded: LoadedFacts,
  terminal: Terminal,
): Promise<SourcePassage | UsageProblem | LocatedIssue> {
  const date = lastWord(line, 'date');
  if (date !== undefined && !isIsoDay(date))
    return usageProblem(`--date takes a date as 2025-11-05, not "${date}"`);
  const from = lastWord(line, 'from');
  return from === undefined
    ? bySource(line, loaded, terminal)
    : byFile(from, line, loaded, terminal);
}

async function byFile(
  from: string,
  line: CommandLine,
  { facts }: LoadedFacts,
  { cwd }: Terminal,
): Promise<SourcePassage | UsageProblem | LocatedIssue> {
  const [, path, number] = FILE_LINE.exec(from) ?? [];
  if (path === undefined) return usageProblem(`--from takes FILE:LINE, not "${from}"`);
  const file = resolve(cwd, path);
  const read = await readSourceText(file);
  if ('code' in read) return read;
  const lines = indexLines(read.text);
  const at = Number(number) - 1;
  if (at < 0 || lines.printedLineCount <= at) return usageProblem(noSuchLine(path, at + 1, lines));
  const source = sourceOf(line, read.digest, facts);
  if ('kind' in source) return source;
  const { digest } = facts.sources.get(source.id) ?? { digest: null };
  if (digest !== null && digest !== read.digest)
    return fileIssue(
      'other-text',
      file,
      `This is not the text of source "${source.id}": its digest is another`,
    );
  const start = lines.offset({ line: at, character: 0 });
  const wanted = lastWord(line, 'text')?.trim();
  const within = wanted === undefined ? lines.lineText(at) : wanted;
  const offset = lines.lineText(at).indexOf(within);
  if (offset < 0) return usageProblem(`The text does not stand on line ${number} of ${path}`);
  const span = { start: start + offset, end: start + offset + within.length };
  return toPassage(read.text, lines, span, source, line, facts);
}

async function bySource(
  line: CommandLine,
  loaded: LoadedFacts,
  terminal: Terminal,
): Promise<SourcePassage | UsageProblem | LocatedIssue> {
  const text = lastWord(line, 'text')?.trim();
  if (text === undefined)
    return usageProblem('Give the sentence: --from FILE:LINE, or --source ID with --text "…"');
  const source = sourceOf(line, undefined, loaded.facts);
  if ('kind' in source) return source;
  const folder = lastWord(line, 'sources');
  if (folder === undefined) return byLine(text, source, line, loaded.facts);
  const { texts, unreadable } = await sourceTexts(folder, loaded, terminal);
  const [issue] = unreadable;
  if (issue !== undefined) return issue;
  const whole = texts.get(source.id);
  if (whole === undefined)
    return usageProblem(
      `No text in ${folder} has the digest of source "${source.id}"; give --from FILE:LINE`,
    );
  const start = whole.indexOf(text);
  if (start < 0) return usageProblem(`The text of source "${source.id}" has no such sentence`);
  if (whole.indexOf(text, start + 1) >= 0)
    return usageProblem(
      `The sentence stands in source "${source.id}" twice; give --from FILE:LINE`,
    );
  const lines = indexLines(whole);
  return toPassage(whole, lines, { start, end: start + text.length }, source, line, loaded.facts);
}

/** Where the text is not at hand, whoever records the fact answers for its line. */
function byLine(
  text: string,
  source: FoundSource,
  line: CommandLine,
  facts: FactBase,
): SourcePassage | UsageProblem {
  const number = Number(lastWord(line, 'line'));
  if (!Number.isInteger(number) || number < 1)
    return usageProblem(
      'Say where it stands: --sources DIR with the text of the source, or --line N',
    );
  const lines = indexLines(text);
  const found = toPassage(text, lines, { start: 0, end: text.length }, source, line, facts);
  return { ...found, lineOf: (offset) => lines.position(offset).line + number };
}

interface FoundSource {
  readonly id: string;
  readonly entry: Readonly<Record<string, unknown>> | null;
}

/** The source that is named, the one that the file is the text of, or a new one where a title is given. */
function sourceOf(
  line: CommandLine,
  digest: string | undefined,
  { sources, ...facts }: FactBase,
): FoundSource | UsageProblem {
  const named = lastWord(line, 'source');
  const title = lastWord(line, 'title');
  const read = [...sources.values()].find((one) => one.digest !== null && one.digest === digest);
  const id = named ?? read?.id;
  if (id === undefined)
    return usageProblem(
      'Name the source with --source ID; for one that is not on record, give its --title too',
    );
  if (sources.has(id)) {
    if (title === undefined) return { id, entry: null };
    return usageProblem(`Source "${id}" is on record already; leave --title out`);
  }
  if (title === undefined) {
    const hint = idHint('sources', id, { sources, ...facts });
    return usageProblem(`Unknown source "${id}"${hint}; for a new one, give its --title`);
  }
  const date = lastWord(line, 'date') ?? null;
  return {
    id,
    entry: { title, publisher: null, date, ...(digest === undefined ? {} : { digest }) },
  };
}

function toPassage(
  text: string,
  lines: LineMap,
  span: Passage['span'],
  { id, entry }: FoundSource,
  line: CommandLine,
  { sources }: FactBase,
): SourcePassage {
  const date = lastWord(line, 'date') ?? sources.get(id)?.date ?? null;
  return {
    kind: 'passage',
    passage: { text, language: 'plaintext', span, date },
    source: id,
    newSource: entry && { id, entry },
    lineOf: (offset) => lines.position(offset).line + 1,
  };
}
