import { relative, resolve, sep } from 'node:path';
import { findDrafts } from '../host/find-drafts.ts';
import { hasEnding } from '../host/find-files.ts';
import { type LoadedFacts, loadFacts } from '../host/load-facts.ts';
import type { LocatedIssue } from '../host/located-issue.ts';
import { openPackCache } from '../host/pack-cache.ts';
import { PackFiles } from '../host/pack-files.ts';
import { readDraft, readDraftStream } from '../host/read-draft.ts';
import type { TextRead } from '../host/read-text-file.ts';
import { findWorkspacePack } from '../host/workspace-pack.ts';
import type { CheckedDraft } from '../service/check-report.ts';
import { takeSnapshot } from '../service/draft-store.ts';
import { isIsoDay } from '../service/is-iso-day.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  usageProblem,
} from './parse-command-line.ts';
import type { Terminal } from './terminal.ts';

/** A draft that was read and checked, with what is needed to write it back. */
export interface DraftFile extends CheckedDraft {
  /** Absolute path; null for standard input. */
  readonly file: string | null;
  readonly hasByteOrderMark: boolean;
}

/** Everything a command works on. Issues are of drafts that could not be read and of packs. */
export interface Inputs {
  readonly kind: 'inputs';
  readonly drafts: readonly DraftFile[];
  readonly loaded: LoadedFacts;
  readonly issues: readonly LocatedIssue[];
}

/** How drafts are read: the options that the commands share. */
export interface ReadingOptions {
  readonly asOf: string | undefined;
  readonly stdinName: string | undefined;
}

const STANDARD_INPUT = '-';
const STDIN_NAME = '<stdin>';
const MARKDOWN_ENDINGS = ['.md', '.markdown', '.mdx', '.mkd', '.mdown'];

/** Load the facts that the command line asks for, and the pack that the working directory has by convention. */
export async function loadWantedFacts(line: CommandLine, terminal: Terminal): Promise<LoadedFacts> {
  const named = (line.words.get('facts') ?? []).map((dir) => resolve(terminal.cwd, dir));
  const found = await findWorkspacePack(terminal.cwd);
  const isFound = found !== undefined && !named.includes(found);
  if (isFound) terminal.complain(`Using the pack in ${shownPath(found, terminal.cwd)}/`);
  const dirs = isFound ? [found, ...named] : named;
  const { cacheFolder: folder } = terminal;
  const files = new PackFiles(folder === null ? undefined : openPackCache({ folder }));
  return loadFacts({ dirs, useDefault: !line.flags.has('no-default-facts') }, { files });
}

/**
 * Load the facts and read the drafts that a command line names, `-` for standard input; the working directory if none.
 * Errors: a usage problem for a date that is none; an issue for everything that could not be read.
 */
export async function readInputs(
  paths: readonly string[],
  line: CommandLine,
  terminal: Terminal,
): Promise<Inputs | UsageProblem> {
  const options = readingOptions(line);
  if ('kind' in options) return options;
  const loaded = await loadWantedFacts(line, terminal);
  const issues = [...loaded.issues];
  const drafts: DraftFile[] = [];
  const seen = new Set<string | null>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const named = path === STANDARD_INPUT ? undefined : await findDrafts([path], terminal.cwd);
    issues.push(...(named?.issues ?? []));
    for (const file of named?.files ?? [null]) {
      if (seen.has(file)) continue;
      seen.add(file);
      const read = await readOne(file, options, loaded, terminal);
      if ('code' in read) issues.push(read);
      else drafts.push(read);
    }
  }
  return { kind: 'inputs', drafts, loaded, issues };
}

/** A path as people and other tools are told it: relative to `cwd`, with `/`. */
export function shownPath(file: string, cwd: string): string {
  return relative(cwd, resolve(cwd, file)).split(sep).join('/') || '.';
}

/** Check a text again under the name and conditions of `draft`: after its figures were corrected. */
export function withText(draft: DraftFile, text: string, line: CommandLine): DraftFile {
  const { language, facts } = draft.draft;
  const asOf = lastWord(line, 'as-of');
  const options = asOf === undefined ? { language } : { language, asOf };
  return { ...draft, draft: takeSnapshot({ version: 0, text, options }, facts) };
}

function readingOptions(line: CommandLine): ReadingOptions | UsageProblem {
  const asOf = lastWord(line, 'as-of');
  if (asOf !== undefined && !isIsoDay(asOf)) {
    return usageProblem(`--as-of takes a date as 2025-11-05, not "${asOf}"`);
  }
  return { asOf, stdinName: lastWord(line, 'stdin-filename') };
}

async function readOne(
  file: string | null,
  options: ReadingOptions,
  { facts }: LoadedFacts,
  terminal: Terminal,
): Promise<DraftFile | LocatedIssue> {
  const stdinName = options.stdinName ?? STDIN_NAME;
  const name = file === null ? stdinName : shownPath(file, terminal.cwd);
  const read = await readText(file, stdinName, terminal);
  if (read.kind === 'issue') return read.issue;
  const isMarkdown = name === STDIN_NAME || hasEnding(name, MARKDOWN_ENDINGS);
  const language = isMarkdown ? 'markdown' : 'plaintext';
  const { asOf } = options;
  const draft = takeSnapshot(
    {
      version: 0,
      text: read.text,
      options: asOf === undefined ? { language } : { language, asOf },
    },
    facts,
  );
  return { path: name, draft, file, hasByteOrderMark: read.hasByteOrderMark };
}

function readText(file: string | null, stdinName: string, terminal: Terminal): Promise<TextRead> {
  return file === null ? readDraftStream(terminal.stdin, stdinName) : readDraft(file);
}
