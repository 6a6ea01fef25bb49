import { basename, extname, join } from 'node:path';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { changedRange } from '../core/text/changed-range.ts';
import { indexLines } from '../core/text/line-map.ts';
import { MAX_PACK_FILE_BYTES } from '../host/pack-files.ts';
import { findPackTarget, type PackTarget } from '../host/pack-target.ts';
import { FIRST_FILE, planPackChanges } from '../host/plan-pack-changes.ts';
import { digestOf, readSourceText } from '../host/read-source-text.ts';
import { readTextFile } from '../host/read-text-file.ts';
import { previewAdditions } from '../host/write-pack.ts';
import type { TextChange } from '../host/write-text-files.ts';
import type { FactBase } from '../service/index.ts';
import { isPeriod } from '../service/is-period.ts';
import { additionsByFile, newErrors, planRecord, type RecordPlan } from '../service/plan-record.ts';
import { proposeStatement, type Settled } from '../service/propose-statement.ts';
import type { Question } from '../service/record-questions.ts';
import { draftLanguage } from './draft-language.ts';
import type { FactLibrary, FactsInUse } from './fact-library.ts';
import { pathOfUri, uriOfPath } from './file-uri.ts';
import type {
  RecordFactChange,
  RecordFactParams,
  RecordFactQuestion,
  RecordFactResult,
} from './protocol.ts';
import type { Scope, Scopes } from './scopes.ts';
import { toLspRange } from './to-lsp.ts';

/** What recording needs of the server around it. */
export interface RecorderHost {
  readonly documents: TextDocuments<TextDocument>;
  readonly scopes: Scopes;
  readonly library: FactLibrary;
}

type Answers = Readonly<Record<string, string>>;

/** The answer that stands for a source that is not on record yet. */
const NEW_SOURCE = '+';

/** Reads facts from open documents, question by question, down to the edit that puts them on record. */
export class FactRecorder {
  readonly #host: RecorderHost;

  constructor(host: RecorderHost) {
    this.#host = host;
  }

  /** The next question, or the edit. Every request starts afresh from the answers: nothing is kept in between. */
  async record({ textDocument, range, answers = {} }: RecordFactParams): Promise<RecordFactResult> {
    const document = this.#host.documents.get(textDocument.uri);
    if (document === undefined) return nothing('Open the text in an editor first');
    const scope = await this.#host.scopes.of(document.uri);
    const inUse = await this.#host.library.factsFor(scope.facts);
    const target = await this.#target(document.uri, scope, answers);
    if (!('folder' in target)) return target;
    const source = await findSource(document, inUse.facts, answers);
    if (!('id' in source)) return source;

    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const language = draftLanguage(document.languageId) ?? 'plaintext';
    const passage = { text: document.getText(), language, span, date: source.date };
    const settled = settledBy(answers);
    if ('kind' in settled) return settled;
    const proposed = proposeStatement(passage, settled, inUse.facts);
    if (proposed.kind === 'nothing') return nothing(proposed.message);
    if (proposed.kind === 'questions') return firstOf(proposed.questions);
    const line = document.positionAt(proposed.proposal.span.start).line + 1;
    const { packFiles } = inUse.lastRead;
    const plan = planRecord(
      proposed.proposal,
      { source: source.id, line },
      { facts: inUse.facts, packFiles, pack: target.folder },
    );
    return this.#change(plan, source, target, inUse);
  }

  /** The pack that is written to: the workspace folder's, one of several, or a new one. */
  async #target(
    uri: string,
    { facts }: Scope,
    { pack }: Answers,
  ): Promise<PackTarget | RecordFactResult> {
    const found = await Promise.all(facts.dirs.map((dir) => findPackTarget(dir)));
    const packs = found.flatMap((one) => ('folder' in one && !one.isNew ? [one] : []));
    const named = packs.find(({ folder }) => folder === pack);
    if (named) return named;
    if (packs.length === 1 && packs[0]) return packs[0];
    if (packs.length > 1) return ask(packQuestion(packs.map(({ folder }) => folder)));
    const folder = this.#host.scopes.newPackFolder(uri);
    if (folder === undefined)
      return nothing('There is no pack to write to; open a folder, in which one can be made');
    if (pack !== folder) return ask(newPackQuestion(folder));
    const target = await findPackTarget(folder);
    return 'folder' in target ? target : nothing(`${target.file}: ${target.message}`);
  }

  async #change(
    plan: RecordPlan,
    source: FoundSource,
    target: PackTarget,
    { lastRead }: FactsInUse,
  ): Promise<RecordFactResult> {
    if (plan.kind === 'known')
      return nothing(`"${plan.statement}" is on record with that reference already`);
    const { id, entry } = source;
    const firstFile = join(target.folder, FIRST_FILE);
    const additions = additionsByFile(plan, entry && { id, entry }, firstFile);
    const file = plan.file ?? firstFile;
    const planned = await planPackChanges(additions, target, (path) => this.#read(path));
    const broken = newErrors(lastRead.packFiles, planned.packFiles);
    const [problem] = [...planned.issues, ...broken];
    if (problem) return nothing(`The record would have an error with it: ${problem.message}`);
    return {
      kind: 'change',
      summary: describe(plan, file, target),
      preview: previewAdditions([...additions.values()].flat()),
      statement: plan.statement,
      changes: planned.changes.map(toChange),
    };
  }

  /** A pack file as its editor has it, if it is open. */
  async #read(path: string) {
    const open = this.#host.documents.all().find(({ uri }) => pathOfUri(uri) === path);
    if (open) return { kind: 'text', text: open.getText(), hasByteOrderMark: false } as const;
    const read = await readTextFile(path, MAX_PACK_FILE_BYTES);
    // An editor's text has no byte order mark, and edits count without it.
    return read.kind === 'text' ? { ...read, hasByteOrderMark: false } : read;
  }
}

function nothing(reason: string): RecordFactResult {
  return { kind: 'nothing', reason };
}

function ask(question: RecordFactQuestion): RecordFactResult {
  return { kind: 'question', question };
}

function packQuestion(folders: readonly string[]): RecordFactQuestion {
  const options = folders.map((folder) => ({
    value: folder,
    label: basename(folder),
    detail: folder,
  }));
  return { about: 'pack', prompt: 'Which pack is it for?', options, isOpen: false };
}

function newPackQuestion(folder: string): RecordFactQuestion {
  const option = { value: folder, label: 'Make a pack of the folder "facts"', detail: folder };
  const prompt = 'There is no pack in this workspace yet';
  return { about: 'pack', prompt, options: [option], isOpen: false };
}

interface FoundSource {
  readonly id: string;
  readonly date: string | null;
  /** The entry of a source that is not on record yet. */
  readonly entry: Readonly<Record<string, unknown>> | null;
}

/** The source that the document is the text of, the one that was named, or a new one. */
async function findSource(
  document: TextDocument,
  { sources }: FactBase,
  { source, sourceTitle }: Answers,
): Promise<FoundSource | RecordFactResult> {
  const digest = await digestOfDocument(document);
  const read = [...sources.values()].find((one) => one.digest !== null && one.digest === digest);
  const known = read ?? sources.get(source ?? '');
  if (known) return { id: known.id, date: known.date, entry: null };
  const title = firstLine(document);
  if (source !== NEW_SOURCE) {
    const fresh = { value: NEW_SOURCE, label: 'A new source: this text', detail: title };
    // What has the digest of another text is not this one.
    const others = [...sources.values()].filter((one) => one.digest === null);
    const options = others.map((one) => ({ value: one.id, label: one.title, detail: one.id }));
    const prompt = 'Which source is this the text of?';
    return ask({ about: 'source', prompt, options: [fresh, ...options], isOpen: false });
  }
  if (sourceTitle === undefined) {
    const prompt = 'The title of the source';
    return ask({ about: 'sourceTitle', prompt, options: [], isOpen: true, suggestion: title });
  }
  const entry = { title: sourceTitle, publisher: null, date: null, ...(digest ? { digest } : {}) };
  return { id: newSourceId(document.uri, (id) => sources.has(id)), date: null, entry };
}

/** The digest of the file, as `stet facts verify` takes it; of the text itself where there is no such file. */
async function digestOfDocument(document: TextDocument): Promise<string> {
  const path = pathOfUri(document.uri);
  const read = path === undefined ? undefined : await readSourceText(path);
  const isOnDisk = read && 'text' in read && read.text === document.getText();
  return isOnDisk ? read.digest : digestOf(Buffer.from(document.getText()));
}

function firstLine(document: TextDocument): string {
  const lines = document.getText().split(/\r\n?|\n/);
  return (
    lines
      .find((line) => line.trim() !== '')
      ?.replace(/^#+/, '')
      .trim() ?? ''
  );
}

function newSourceId(uri: string, isTaken: (id: string) => boolean): string {
  const path = pathOfUri(uri) ?? uri;
  const name = basename(path, extname(path)).toLowerCase();
  const slug = name.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'source';
  let id = slug;
  for (let number = 2; isTaken(id); number++) id = `${slug}-${number}`;
  return id;
}

const QUALIFIER = 'qualifier:';

/** What the answers settle; a question again where one is no answer. */
function settledBy(answers: Answers): Settled | RecordFactResult {
  const { figure, subject, property, time } = answers;
  if (time !== undefined && !isPeriod(time))
    return nothing(`"${time}" is no time; give 2025-11-03, 2025-11, 2025-Q3, 2025-H1 or 2025`);
  const qualifiers = Object.entries(answers).flatMap(([about, value]) =>
    about.startsWith(QUALIFIER) ? [[about.slice(QUALIFIER.length), value] as const] : [],
  );
  return {
    ...(figure === undefined ? {} : { figure }),
    ...(subject === undefined ? {} : { subject }),
    ...(property === undefined ? {} : { property }),
    ...(time === undefined ? {} : { time }),
    qualifiers: Object.fromEntries(qualifiers),
  };
}

function firstOf([question]: readonly Question[]): RecordFactResult {
  if (question === undefined) return nothing('What it is a figure of cannot be read');
  const { about, qualifier, prompt, options, isOpen } = question;
  const key = about === 'qualifier' ? `${QUALIFIER}${qualifier}` : about;
  return ask({ about: key, prompt, options, isOpen });
}

function describe(
  { addition, statement }: Extract<RecordPlan, { kind: 'addition' }>,
  file: string,
  { isNew }: PackTarget,
): string {
  const name = basename(file);
  if (addition.kind === 'reference')
    return `Already on record: add a reference to "${statement}" in ${name}`;
  return isNew ? `Make a pack and add "${statement}" to it` : `Add "${statement}" to ${name}`;
}

function toChange({ file, before, after }: TextChange): RecordFactChange {
  const old = before ?? '';
  const change = changedRange(old, after) ?? { fromA: 0, toA: 0, fromB: 0, toB: 0 };
  const range = toLspRange({ start: change.fromA, end: change.toA }, indexLines(old));
  return {
    uri: uriOfPath(file),
    isNew: before === null,
    range,
    text: after.slice(change.fromB, change.toB),
  };
}
