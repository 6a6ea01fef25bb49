import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Draft,
  type DraftOptions,
  type DraftSnapshot,
  DraftStore,
  type FactBase,
  takeSnapshot,
  withBaseline,
} from '../service/index.ts';
import type { BaselineOfDraft, Baselines } from './baselines.ts';
import { draftLanguage, draftLanguageOfFile } from './draft-language.ts';
import type { FactLibrary, FactsInUse } from './fact-library.ts';
import { uriOfPath } from './file-uri.ts';
import type { PausedDrafts } from './paused-drafts.ts';
import type { UncheckedCause } from './protocol.ts';
import type { Scope, Scopes } from './scopes.ts';

/** A longer draft would hold up the editor: checking must stay below what a writer feels. */
const longestDraft = 5_000_000;

/** A draft that was read, with what it was read by. */
export interface Checked {
  readonly kind: 'checked';
  readonly snapshot: DraftSnapshot;
  readonly scope: Scope;
  readonly facts: FactsInUse;
  /** Undefined for a draft that has none and cannot have one. */
  readonly baseline: BaselineOfDraft | undefined;
}

/** A document that is not checked, and why, for people. */
interface Unchecked {
  readonly kind: 'unchecked';
  readonly version: number;
  readonly reason: string;
  readonly cause: UncheckedCause;
  readonly scope: Scope;
}

/** Why no check is made, for people and for the client. */
type Silence = Pick<Unchecked, 'reason' | 'cause'>;

export type Check = Checked | Unchecked;

/** What a check needs of a document: an editor's, or a file that only stands in for one. */
export interface DraftDocument {
  readonly uri: string;
  readonly version: number;
  readonly language: DraftOptions['language'] | undefined;
  /** For the reason why a document is not checked. */
  readonly languageId: string;
  getText(): string;
}

/** Checks documents by their settings and packs, and keeps the readings of open ones. */
export class Drafts {
  readonly #scopes: Scopes;
  readonly #library: FactLibrary;
  readonly #paused: PausedDrafts;
  readonly #baselines: Baselines;
  readonly #store = new DraftStore();
  #hasChecked = false;

  constructor(scopes: Scopes, library: FactLibrary, paused: PausedDrafts, baselines: Baselines) {
    this.#scopes = scopes;
    this.#library = library;
    this.#paused = paused;
    this.#baselines = baselines;
  }

  /**
   * Check an open document on top of its last reading. `find` is asked once settings and facts are
   * there, so that the text checked is never older than the answer.
   * Undefined where the document was closed meanwhile.
   */
  async checkOpen(uri: string, find: () => DraftDocument | undefined): Promise<Check | undefined> {
    const scope = await this.#scopes.of(uri);
    const facts = await this.#factsFor(uri, scope);
    const baseline = await this.#baselines.of(uri, scope.folder);
    const document = find();
    if (document === undefined) return undefined;
    const checked = check(document, scope, facts, baseline, (draft, base) =>
      this.#store.read(uri, draft, base),
    );
    this.#hasChecked ||= checked.kind === 'checked';
    return checked;
  }

  /** Whether any open document was checked. */
  get hasChecked(): boolean {
    return this.#hasChecked;
  }

  /** Check a file that no editor has open; nothing is kept of it. */
  async checkFile(document: DraftDocument, scope: Scope): Promise<Check> {
    const facts = await this.#factsFor(document.uri, scope);
    const baseline = await this.#baselines.of(document.uri, scope.folder);
    return check(document, scope, facts, baseline, takeSnapshot);
  }

  /** Drop what is kept of a closed document. */
  forget(uri: string): void {
    this.#store.forget(uri);
    this.#scopes.forget(uri);
    this.#baselines.forget(uri);
  }

  /** The facts that a draft is checked by, or why it is not. */
  async #factsFor(uri: string, { settings, facts }: Scope): Promise<FactsInUse | Silence> {
    if (!settings.enable) return turnedOff;
    if (this.#paused.has(uri)) return paused;
    return this.#library.factsFor(facts).catch(notLoaded);
  }
}

/** A document that an editor has open. */
export function openDraft(document: TextDocument): DraftDocument {
  const { uri, version, languageId } = document;
  const getText = () => document.getText();
  return { uri, version, language: draftLanguage(languageId), languageId, getText };
}

/** A file of no editor, read from disk. */
export function draftOfFile(path: string, text: string): DraftDocument {
  const language = draftLanguageOfFile(path);
  return { uri: uriOfPath(path), version: 0, language, languageId: language, getText: () => text };
}

function check(
  document: DraftDocument,
  scope: Scope,
  facts: FactsInUse | Silence,
  baseline: BaselineOfDraft | undefined,
  read: (draft: Draft, base: FactBase) => DraftSnapshot,
): Check {
  const { version, language } = document;
  const silent = (why: Silence): Unchecked => ({ kind: 'unchecked', version, ...why, scope });
  if (language === undefined) return silent(notADraft(document.languageId));
  if ('reason' in facts) return silent(facts);
  if (facts.facts.statements.size === 0) return silent(noFacts);
  const text = document.getText();
  if (text.length > longestDraft) return silent(tooLong(text.length));
  const { asOf } = scope.settings;
  const options = asOf === null ? { language } : { language, asOf };
  const { draft, used } = withBaseline(
    read({ version, text, options }, facts.facts),
    baseline?.entries ?? [],
  );
  baseline?.onUsed(used);
  return { kind: 'checked', snapshot: draft, scope, facts, baseline };
}

const turnedOff: Silence = {
  cause: 'turned-off',
  reason: 'Stet is turned off here by the setting "stet.enable"',
};

const paused: Silence = { cause: 'paused', reason: 'Checking is paused for this file' };

const noFacts: Silence = {
  cause: 'no-facts',
  reason:
    'No facts are on record; name a folder in the setting "stet.facts" or use the shipped pack',
};

function notLoaded(error: unknown): Silence {
  return { cause: 'facts-not-loaded', reason: `The facts could not be loaded: ${error}` };
}

function notADraft(languageId: string): Silence {
  const reason = `Files of language "${languageId}" are not drafts`;
  return { cause: 'not-a-draft', reason };
}

function tooLong(length: number): Silence {
  const millions = (characters: number): string => (characters / 1_000_000).toFixed(1);
  const reason = `The draft has ${millions(length)} million characters; up to ${millions(longestDraft)} million are checked`;
  return { cause: 'too-long', reason };
}
