import type { Range } from 'vscode-languageserver';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import { readSourceText } from '../host/read-source-text.ts';
import { SourceFiles } from '../host/source-files.ts';
import { placesInText } from '../service/index.ts';
import { uriOfPath } from './file-uri.ts';
import type { Log } from './log.ts';
import { toLspRange } from './to-lsp.ts';

/** A place in the text of a source. */
export interface SourcePlace {
  readonly uri: string;
  /** The whole line. */
  readonly line: Range;
  /** The words as they are printed there; the line where they are not on it. */
  readonly words: Range;
}

/** What is looked for: the printed words and their line, counted from 1. */
export interface Printed {
  readonly line: number;
  readonly exact: string;
}

/** Finds the lines of sources whose texts are at hand, in the folders that the setting `stet.sources` names. */
export class SourceShelf {
  readonly #files = new SourceFiles();
  readonly #log: Log;
  readonly #onFirstKnown: () => void;
  /** Path of each text by its digest, for each choice of folders. */
  readonly #known = new Map<string, ReadonlyMap<string, string>>();
  /** The choices of folders that are being read. */
  readonly #reading = new Set<string>();
  readonly #problems = new Set<string>();

  /** `onFirstKnown` is told when a choice of folders has been read for the first time, and holds texts. */
  constructor(log: Log, onFirstKnown: () => void) {
    this.#log = log;
    this.#onFirstKnown = onFirstKnown;
  }

  /** The file of the text with a digest, as far as is known without waiting. */
  known(folders: readonly string[], digest: string | null | undefined): string | undefined {
    const known = this.#known.get(keyOf(folders));
    if (known === undefined) this.prepare(folders);
    return known?.get(digest ?? '');
  }

  /** Read the folders, so that what they hold is known later. */
  prepare(folders: readonly string[]): void {
    const key = keyOf(folders);
    if (folders.length === 0 || this.#reading.has(key)) return;
    this.#reading.add(key);
    this.#look(folders)
      .catch((error: unknown) => this.#log.error(`Reading the texts of sources failed: ${error}`))
      .finally(() => this.#reading.delete(key));
  }

  /** The texts that are in the folders now. */
  async texts(folders: readonly string[]): Promise<TextsAtHand> {
    const byDigest = folders.length === 0 ? new Map<string, string>() : await this.#look(folders);
    return new TextsAtHand(byDigest);
  }

  async #look(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { byDigest, issues } = await this.#files.find(folders);
    const isFirst = !this.#known.has(keyOf(folders));
    this.#known.set(keyOf(folders), byDigest);
    if (isFirst && byDigest.size > 0) this.#onFirstKnown();
    for (const { file, message } of issues) {
      const problem = `${file}, which the setting "stet.sources" names: ${message}`;
      if (!this.#problems.has(problem)) this.#log.warn(problem);
      this.#problems.add(problem);
    }
    return byDigest;
  }
}

/** The texts that are at hand for one answer: each is read once. */
export class TextsAtHand {
  readonly #byDigest: ReadonlyMap<string, string>;
  readonly #lines = new Map<string, Promise<LineMap | undefined>>();

  constructor(byDigest: ReadonlyMap<string, string>) {
    this.#byDigest = byDigest;
  }

  /** Where words are printed in the text with a digest; undefined where it is not at hand. */
  async placeOf(
    digest: string | null | undefined,
    { line, exact }: Printed,
  ): Promise<SourcePlace | undefined> {
    const path = this.#byDigest.get(digest ?? '');
    const lines = path === undefined ? undefined : await this.#linesOf(path);
    if (path === undefined || lines === undefined) return undefined;
    const start = lines.offset({ line: line - 1, character: 0 });
    const whole = { start, end: start + lines.lineText(line - 1).length };
    const [words = whole] = placesInText(exact, line, lines);
    return {
      uri: uriOfPath(path),
      line: toLspRange(whole, lines),
      words: toLspRange(words, lines),
    };
  }

  #linesOf(path: string): Promise<LineMap | undefined> {
    const known = this.#lines.get(path);
    if (known !== undefined) return known;
    const lines = readSourceText(path).then((read) =>
      'text' in read ? indexLines(read.text) : undefined,
    );
    this.#lines.set(path, lines);
    return lines;
  }
}

function keyOf(folders: readonly string[]): string {
  return JSON.stringify(folders);
}
