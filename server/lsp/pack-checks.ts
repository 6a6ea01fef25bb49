import { checkChangedEntries } from '../host/check-changed-entries.ts';
import { checkPackText } from '../host/check-pack-text.ts';
import type { LocatedIssue } from '../host/located-issue.ts';
import { readTextFile } from '../host/read-text-file.ts';
import type { FactsInUse } from './fact-library.ts';
import { pathOfUri } from './file-uri.ts';
import type { PackDesk, PackPage } from './pack-desk.ts';

/** A pause in the typing, after which a pack file is read as it stands. */
const checkDelayMs = 200;

/** From here on, in UTF-16 code units, a file takes longer to read as a whole than a writer should wait. */
const LARGE = 200_000;

/** What the checks need of the server around them. */
export interface PackChecksHost {
  readonly desk: PackDesk;
  /** Show these mistakes of a file in place of those on disk; undefined: those on disk again. */
  show(file: string, issues: readonly LocatedIssue[] | undefined): void;
  /** Run a task that nobody waits for; a failure is logged. */
  inBackground(name: string, task: () => Promise<void>): void;
}

/** Checks pack files while they are being written: what is not saved yet shows its mistakes all the same. */
export class PackChecks {
  readonly #host: PackChecksHost;
  readonly #pending = new Map<string, NodeJS.Timeout>();

  constructor(host: PackChecksHost) {
    this.#host = host;
  }

  /** Check an open pack file after a pause. */
  schedule(uri: string): void {
    clearTimeout(this.#pending.get(uri));
    const check = (): void => {
      this.#pending.delete(uri);
      this.#host.inBackground('Checking a pack file', () => this.#check(uri));
    };
    this.#pending.set(uri, setTimeout(check, checkDelayMs));
  }

  /** A closed file is what it is on disk. */
  close(uri: string): void {
    clearTimeout(this.#pending.get(uri));
    this.#pending.delete(uri);
    const path = pathOfUri(uri);
    if (path !== undefined) this.#host.show(path, undefined);
  }

  dispose(): void {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
  }

  async #check(uri: string): Promise<void> {
    const page = await this.#host.desk.page(uri);
    if (page === undefined) return;
    const saved = await savedText(page);
    if (!this.#host.desk.isCurrent(page)) return; // closed meanwhile, or changed and scheduled again
    this.#host.show(page.path, saved === page.text ? undefined : issuesOf(page, saved));
  }
}

/** The text on disk; undefined for a file that is not there yet. */
async function savedText({ path, text }: PackPage): Promise<string | undefined> {
  // A file that is longer than this is another text: UTF-8 takes three bytes a unit at most, after a mark of three.
  const read = await readTextFile(path, 3 * text.length + 3);
  return read.kind === 'text' ? read.text : undefined;
}

function issuesOf(
  { path, pack, text, facts }: PackPage,
  saved: string | undefined,
): readonly LocatedIssue[] {
  const { packFiles, issues } = facts.lastRead;
  const own = { file: path, pack, text };
  if (saved === undefined || text.length < LARGE)
    return checkPackText(own, { packFiles, isWhole: isReadable(facts, path) });
  const onDisk = issues.filter(({ file }) => file === path);
  const packs = { packFiles, isWhole: isReadable(facts) };
  return checkChangedEntries(own, { text: saved, issues: onDisk }, packs);
}

/** Whether every file of the packs could be read, but for one that is read anew. */
function isReadable({ lastRead }: FactsInUse, except?: string): boolean {
  const readable = new Set(lastRead.packFiles.map(({ file }) => file));
  return lastRead.issues.every(
    ({ file, severity }) => file === except || severity !== 'error' || readable.has(file),
  );
}
