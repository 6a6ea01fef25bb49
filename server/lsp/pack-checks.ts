import { checkPackText } from '../host/check-pack-text.ts';
import type { LocatedIssue } from '../host/located-issue.ts';
import { readTextFile } from '../host/read-text-file.ts';
import type { FactsInUse } from './fact-library.ts';
import { pathOfUri } from './file-uri.ts';
import type { PackDesk, PackPage } from './pack-desk.ts';

/** A pause in the typing, after which a pack file is read as it stands. */
const checkDelayMs = 200;

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
    const isSaved = (await savedText(page)) === page.text;
    if (page.document.version !== page.version) return; // changed meanwhile, and scheduled again
    this.#host.show(page.path, isSaved ? undefined : issuesOf(page));
  }
}

/** The text on disk; undefined for a file that is not there yet. */
async function savedText({ path, text }: PackPage): Promise<string | undefined> {
  const enough = 4 * text.length + 4; // UTF-8 takes at most three bytes a unit, and a mark at the start
  const read = await readTextFile(path, enough);
  return read.kind === 'text' ? read.text : undefined;
}

function issuesOf({ path, pack, text, facts }: PackPage): readonly LocatedIssue[] {
  const { packFiles } = facts.lastRead;
  return checkPackText({ file: path, pack, text }, { packFiles, isWhole: isWhole(path, facts) });
}

/** Whether every other file of the packs could be read. */
function isWhole(path: string, { lastRead }: FactsInUse): boolean {
  const readable = new Set(lastRead.packFiles.map(({ file }) => file));
  return lastRead.issues.every(
    ({ file, severity }) => file === path || severity !== 'error' || readable.has(file),
  );
}
