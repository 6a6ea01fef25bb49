import { type FactsWanted, type LoadedFacts, loadFacts } from '../host/load-facts.ts';
import type { LocatedIssue } from '../host/located-issue.ts';
import type { FactBase } from '../service/index.ts';
import type { Log } from './log.ts';
import { isInside } from './scopes.ts';

/** The facts that checks use, and what limits them. */
export interface FactsInUse {
  readonly facts: FactBase;
  /** Where a statement is written. */
  readonly statementPlace: LoadedFacts['statementPlace'];
  /** The packs as they were last read, mistakes included; newer than the facts where those are the last good ones. */
  readonly lastRead: Pick<LoadedFacts, 'files' | 'issues' | 'packFiles'>;
  /** For people: packs with errors, and that the facts are older than the files. */
  readonly notes: readonly string[];
}

/** The editor's side of the library. */
export interface LibraryEvents {
  /** The facts of some drafts, or the issues of some packs, are others now. */
  onChange(): void;
  readonly log: Log;
}

/** Loads the facts of a choice of packs; `last` are those loaded before, for what is the same in them. */
export type LoadFacts = (
  wanted: FactsWanted,
  memory: { readonly last: FactBase | undefined },
) => Promise<LoadedFacts>;

interface Shelf {
  readonly wanted: FactsWanted;
  issues: readonly LocatedIssue[];
  files: readonly string[];
  /** The last facts that loaded without an error. */
  lastGood: LoadedFacts | undefined;
}

/** A shelf with its loads one after the other, so that the last change is what is read last. */
interface Loading {
  readonly shelf: Shelf;
  inUse: Promise<FactsInUse>;
  lastLoad: Promise<unknown>;
}

/** Every fact base in use, one for each choice of packs, loaded on first need and reloaded when files change. */
export class FactLibrary {
  readonly #events: LibraryEvents;
  readonly #load: LoadFacts;
  readonly #loadings = new Map<string, Loading>();

  constructor(events: LibraryEvents, load: LoadFacts = loadFacts) {
    this.#events = events;
    this.#load = load;
  }

  /** The facts for a choice of packs. Rejects only where nothing at all could be loaded. */
  factsFor(wanted: FactsWanted): Promise<FactsInUse> {
    const key = keyOf(wanted);
    const known = this.#loadings.get(key);
    if (known !== undefined) return known.inUse;
    const shelf: Shelf = { wanted, issues: [], files: [], lastGood: undefined };
    const inUse = this.#read(shelf);
    this.#loadings.set(key, { shelf, inUse, lastLoad: inUse });
    inUse.then(
      () => this.#events.onChange(),
      // A failed first load is tried again at the next check.
      () => this.#loadings.delete(key),
    );
    return inUse;
  }

  /** Drop every fact base but those of these choices. */
  keepOnly(wanted: readonly FactsWanted[]): void {
    const kept = new Set(wanted.map(keyOf));
    for (const key of this.#loadings.keys()) {
      if (!kept.has(key)) this.#loadings.delete(key);
    }
  }

  /** Every choice of packs in use. */
  get choices(): readonly FactsWanted[] {
    return this.#shelves.map(({ wanted }) => wanted);
  }

  /** Every folder of packs in use but the shipped ones. */
  get folders(): readonly string[] {
    return [...new Set(this.#shelves.flatMap(({ wanted }) => wanted.dirs))];
  }

  /** Every file that the facts in use were read from. */
  get files(): readonly string[] {
    return this.#shelves.flatMap(({ files }) => files);
  }

  /** The mistakes in all packs in use, each once, by the file they are in. */
  get issues(): ReadonlyMap<string, readonly LocatedIssue[]> {
    const byFile = new Map<string, Map<string, LocatedIssue>>();
    for (const issue of this.#shelves.flatMap((shelf) => shelf.issues)) {
      const key = JSON.stringify([issue.span, issue.code, issue.message]);
      byFile.set(issue.file, (byFile.get(issue.file) ?? new Map()).set(key, issue));
    }
    return new Map([...byFile].map(([file, issues]) => [file, [...issues.values()]]));
  }

  /** Load again every fact base that one of the changed paths belongs to. */
  async reload(paths: readonly string[]): Promise<void> {
    const concerned = [...this.#loadings.values()].filter(({ shelf }) =>
      paths.some((path) => concerns(path, shelf)),
    );
    await Promise.all(concerned.map((loading) => this.#reload(loading)));
    if (concerned.length > 0) this.#events.onChange();
  }

  get #shelves(): readonly Shelf[] {
    return [...this.#loadings.values()].map(({ shelf }) => shelf);
  }

  async #reload(loading: Loading): Promise<void> {
    const next = loading.lastLoad.then(() => this.#read(loading.shelf));
    loading.lastLoad = next.catch(() => undefined);
    try {
      loading.inUse = Promise.resolve(await next);
    } catch (error) {
      this.#events.log.error(
        `The facts could not be loaded again; the last ones stay in use: ${error}`,
      );
    }
  }

  async #read(shelf: Shelf): Promise<FactsInUse> {
    return this.#accept(shelf, await this.#load(shelf.wanted, { last: shelf.lastGood?.facts }));
  }

  #accept(shelf: Shelf, loaded: LoadedFacts): FactsInUse {
    const errors = loaded.issues.filter(({ severity }) => severity === 'error');
    shelf.issues = loaded.issues;
    shelf.files = [...new Set([...shelf.files, ...loaded.files])];
    if (errors.length === 0) shelf.lastGood = loaded;
    const { facts, statementPlace } = shelf.lastGood ?? loaded;
    const notes = errors.length === 0 ? [] : [errorNote(errors, shelf.lastGood !== undefined)];
    for (const issue of loaded.issues) this.#events.log[logLevel(issue)](locatedLine(issue));
    for (const note of notes) this.#events.log.warn(note);
    this.#events.log.info(`${facts.statements.size} statements in use, revision ${facts.revision}`);
    return { facts, statementPlace, lastRead: loaded, notes };
  }
}

function keyOf({ useDefault, dirs }: FactsWanted): string {
  return JSON.stringify([useDefault, dirs]);
}

/** Whether a change of the file or folder `path` touches what the shelf was read from. */
function concerns(path: string, { wanted, files }: Shelf): boolean {
  return (
    files.includes(path) || wanted.dirs.some((dir) => isInside(path, dir) || isInside(dir, path))
  );
}

function errorNote(errors: readonly LocatedIssue[], hasLastGood: boolean): string {
  const [first] = errors;
  const where = first === undefined ? '' : locatedLine(first);
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
  const consequence = hasLastGood
    ? 'Checking goes on with the facts as they were before'
    : 'What could be read of the facts is in use';
  return `${where}${more}. ${consequence}`;
}

/** A pack is the person's to put right, so its mistakes are warnings to the server. */
function logLevel({ severity }: LocatedIssue): 'warn' | 'info' {
  return severity === 'information' ? 'info' : 'warn';
}

function locatedLine({ file, position, message, scope }: LocatedIssue): string {
  return scope === 'file'
    ? `${file}: ${message}`
    : `${file}:${position.line}:${position.column}: ${message}`;
}
