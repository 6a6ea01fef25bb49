import { basename, dirname, join } from 'node:path';
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import {
  BASELINE_FILE,
  type Baseline,
  pathInBaseline,
  readBaseline,
  unusedEntries,
  writeBaseline,
} from '../host/baseline-file.ts';
import type { LocatedIssue } from '../host/located-issue.ts';
import { type BaselineEntry, inOrder } from '../service/index.ts';
import type { ClientFeatures } from './client-features.ts';
import { lettingStandPage } from './documentation.ts';
import { pathOfUri, uriOfPath } from './file-uri.ts';
import { FileWatcher } from './file-watcher.ts';
import type { Log } from './log.ts';
import { toLspPackDiagnostic } from './to-lsp.ts';

/** What the baseline of its workspace folder says of one draft. */
export interface BaselineOfDraft {
  /** Absolute path of the workspace folder. */
  readonly folder: string;
  /** The draft as the baseline calls it. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
  /** What limits the check, for people. */
  readonly notes: readonly string[];
  /** To be told which entries let something stand. */
  onUsed(used: ReadonlySet<BaselineEntry>): void;
}

/** What the baselines need of the server around them. */
export interface BaselinesHost {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly log: Log;
  /** Told when drafts have to be checked anew. */
  onChange(): void;
  /** Run a task that nobody waits for; a failure is logged. */
  inBackground(name: string, task: () => Promise<void>): void;
}

/** A baseline in use. */
interface Loaded {
  /** As it was last read, mistakes included. */
  readonly onDisk: Baseline;
  /** The entries in use by draft: those of the last reading without a mistake. */
  readonly byPath: ReadonlyMap<string, readonly BaselineEntry[]>;
  readonly notes: readonly string[];
  /** The entries of no use, by draft. */
  readonly unused: Map<string, readonly BaselineEntry[]>;
}

/** The baseline of each workspace folder: read on first need, again when it changes, and the one place that writes it. */
export class Baselines {
  readonly #host: BaselinesHost;
  /** By folder. */
  readonly #loaded = new Map<string, Promise<Loaded>>();
  /** The last of them, by file. */
  readonly #current = new Map<string, Loaded>();
  /** For clients that do not watch files for their servers; the others are asked to, with the packs. */
  readonly #watcher = new FileWatcher((file) => this.filesChanged([file]));
  /** What is shown of each file, so that nothing is sent twice. */
  readonly #shown = new Map<string, string>();
  #lastWrite: Promise<unknown> = Promise.resolve();
  #lastRead: Promise<unknown> = Promise.resolve();

  constructor(host: BaselinesHost) {
    this.#host = host;
  }

  /** Use the baselines of these workspace folders, and no others; their mistakes show at once. */
  adopt(folders: readonly string[]): void {
    for (const folder of this.#loaded.keys()) {
      if (!folders.includes(folder)) this.#drop(folder);
    }
    if (!this.#host.features.registersWatchers) this.#watcher.watch(folders.map(baselineOf));
    for (const folder of folders) {
      this.#host.inBackground('Reading a baseline', async () => {
        await this.#load(folder);
      });
    }
  }

  /** What the baseline of `folder` says of a document; undefined for one that is no file of a workspace folder. */
  async of(uri: string, folder: string | undefined): Promise<BaselineOfDraft | undefined> {
    const file = pathOfUri(uri);
    if (file === undefined || folder === undefined) return undefined;
    const loaded = await this.#load(folder);
    const path = pathInBaseline(loaded.onDisk.file, file);
    const entries = loaded.byPath.get(path) ?? [];
    const onUsed = (used: ReadonlySet<BaselineEntry>): void =>
      this.#noteUnused(
        loaded,
        path,
        entries.filter((entry) => !used.has(entry)),
      );
    return { folder, path, entries, notes: loaded.notes, onUsed };
  }

  /** A document was closed: what its unsaved text had no use for, the file may have. */
  forget(uri: string): void {
    const draft = pathOfUri(uri);
    if (draft === undefined) return;
    for (const loaded of this.#current.values()) {
      if (loaded.unused.delete(pathInBaseline(loaded.onDisk.file, draft))) this.#show(loaded);
    }
  }

  /** Read the baseline of a folder in use again: those who watch files miss some of what is done in a moment. */
  async readAgain(folder: string): Promise<void> {
    if (this.#loaded.has(folder)) await this.#reload(folder);
  }

  /** Files changed on disk; those of `paths` that are no baselines are passed over. */
  filesChanged(paths: readonly string[]): void {
    for (const folder of paths.filter(isBaseline).map((path) => dirname(path))) {
      this.#host.inBackground('Reading a baseline', () => this.readAgain(folder));
    }
  }

  /**
   * Change the baseline of a folder as it is on disk now, and have drafts checked anew.
   * Errors: an issue where it has mistakes or cannot be written; nothing is changed then.
   */
  change(
    folder: string,
    changed: (entries: readonly BaselineEntry[]) => readonly BaselineEntry[],
  ): Promise<readonly LocatedIssue[]> {
    const writing = this.#lastWrite.then(async () => {
      const baseline = await readBaseline(baselineOf(folder));
      const issues = await writeBaseline(baseline, inOrder(changed(baseline.entries)));
      if (issues.length === 0) await this.#reload(folder);
      return issues;
    });
    this.#lastWrite = writing.catch(() => undefined);
    return writing;
  }

  close(): void {
    this.#watcher.close();
  }

  #load(folder: string): Promise<Loaded> {
    const known = this.#loaded.get(folder);
    if (known !== undefined) return known;
    const loading = readBaseline(baselineOf(folder)).then((onDisk) => inUse(onDisk, undefined));
    this.#loaded.set(folder, loading);
    return loading.then((loaded) => {
      // The folder may have been closed meanwhile.
      return this.#loaded.get(folder) === loading ? this.#accept(loaded) : loaded;
    });
  }

  /** One after the other, so that what is read last is what was there last. */
  #reload(folder: string): Promise<void> {
    const reading = this.#lastRead.then(() => this.#replace(folder));
    this.#lastRead = reading.catch(() => undefined);
    return reading;
  }

  async #replace(folder: string): Promise<void> {
    const last = await this.#loaded.get(folder);
    const onDisk = await readBaseline(baselineOf(folder));
    // The folder may have been closed meanwhile.
    if (last === undefined || !this.#loaded.has(folder) || isSame(last.onDisk, onDisk)) return;
    const loaded = inUse(onDisk, last);
    this.#loaded.set(folder, Promise.resolve(loaded));
    this.#accept(loaded);
    this.#host.onChange();
  }

  #accept(loaded: Loaded): Loaded {
    this.#current.set(loaded.onDisk.file, loaded);
    for (const note of loaded.notes) this.#host.log.warn(note);
    this.#show(loaded);
    return loaded;
  }

  #drop(folder: string): void {
    this.#loaded.delete(folder);
    this.#current.delete(baselineOf(folder));
    this.#send(baselineOf(folder), []);
  }

  #noteUnused(loaded: Loaded, path: string, entries: readonly BaselineEntry[]): void {
    // The draft is checked again by what was read meanwhile.
    if (this.#current.get(loaded.onDisk.file) !== loaded) return;
    const known = loaded.unused.get(path) ?? [];
    if (known.length === entries.length && entries.every((one) => known.includes(one))) return;
    loaded.unused.set(path, entries);
    this.#show(loaded);
  }

  #show({ onDisk, unused }: Loaded): void {
    // Places are those of the file as it is; entries of the last good one have none in it.
    const idle = hasErrors(onDisk) ? [] : unusedEntries(onDisk, [...unused.values()].flat());
    this.#send(onDisk.file, [...onDisk.issues, ...idle].map(toDiagnostic));
  }

  #send(file: string, diagnostics: Diagnostic[]): void {
    const { connection, inBackground } = this.#host;
    const shown = JSON.stringify(diagnostics);
    if ((this.#shown.get(file) ?? '[]') === shown) return;
    this.#shown.set(file, shown);
    inBackground('Showing mistakes in a baseline', () =>
      connection.sendDiagnostics({ uri: uriOfPath(file), diagnostics }),
    );
  }
}

/** Whether a path is that of a baseline, by its name. */
export function isBaseline(path: string): boolean {
  return basename(path) === BASELINE_FILE;
}

function baselineOf(folder: string): string {
  return join(folder, BASELINE_FILE);
}

/** What is in use once a baseline was read: where it has mistakes, what the last reading had. */
function inUse(onDisk: Baseline, last: Loaded | undefined): Loaded {
  const unused = new Map<string, readonly BaselineEntry[]>();
  if (!hasErrors(onDisk)) return { onDisk, byPath: byPath(onDisk.entries), notes: [], unused };
  const [first] = onDisk.issues;
  const where = first === undefined ? '' : `:${first.position.line}:${first.position.column}`;
  const consequence =
    last === undefined
      ? 'What could be read of the baseline is in use'
      : 'Checking goes on with the baseline as it was before';
  const notes = [`${onDisk.file}${where}: ${first?.message ?? ''}. ${consequence}`];
  return { onDisk, byPath: last?.byPath ?? byPath(onDisk.entries), notes, unused };
}

/** The text says all, but why there is none. */
function isSame(one: Baseline, other: Baseline): boolean {
  return one.text === other.text && one.issues.length === other.issues.length;
}

function hasErrors({ issues }: Baseline): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function byPath(entries: readonly BaselineEntry[]): ReadonlyMap<string, readonly BaselineEntry[]> {
  const grouped = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const ofPath = grouped.get(entry.path);
    if (ofPath) ofPath.push(entry);
    else grouped.set(entry.path, [entry]);
  }
  return grouped;
}

/** A note is a hint there, as for the comments of a draft; what is of no use is shown faded. */
function toDiagnostic(issue: LocatedIssue): Diagnostic {
  const diagnostic = {
    ...toLspPackDiagnostic(issue),
    codeDescription: lettingStandPage(),
  };
  if (issue.severity === 'error') return diagnostic;
  const tags = issue.code === 'unused-entry' ? { tags: [DiagnosticTag.Unnecessary] } : {};
  return { ...diagnostic, severity: DiagnosticSeverity.Hint, ...tags };
}
