import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DraftOptions, type DraftSnapshot, DraftStore } from '../service/index.ts';
import { draftLanguage } from './draft-language.ts';
import type { FactLibrary, FactsInUse } from './fact-library.ts';
import type { Scope, Scopes } from './scopes.ts';

/** A longer draft would hold up the editor: checking must stay below what a writer feels. */
export const longestDraft = 5_000_000;

/** A draft that was read, with what it was read by. */
export interface Checked {
  readonly kind: 'checked';
  readonly snapshot: DraftSnapshot;
  readonly scope: Scope;
  readonly facts: FactsInUse;
}

/** A document that is not checked, and why, for people. */
export interface Unchecked {
  readonly kind: 'unchecked';
  readonly version: number;
  readonly reason: string;
  readonly scope: Scope;
}

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
  readonly #store = new DraftStore();

  constructor(scopes: Scopes, library: FactLibrary) {
    this.#scopes = scopes;
    this.#library = library;
  }

  /**
   * Check the document as `find` gives it once settings and facts are there, so that the text checked
   * is never older than the answer. Undefined where it was closed meanwhile.
   */
  async check(uri: string, find: () => DraftDocument | undefined): Promise<Check | undefined> {
    const scope = await this.#scopes.of(uri);
    const facts = scope.settings.enable ? await this.#library.factsFor(scope.facts) : undefined;
    const document = find();
    if (document === undefined) return undefined;
    const reason = reasonForSilence(document, facts);
    if (facts === undefined || document.language === undefined || reason !== undefined) {
      return { kind: 'unchecked', version: document.version, reason: reason ?? '', scope };
    }
    return { kind: 'checked', snapshot: this.#read(document, document.language, scope, facts), scope, facts };
  }

  /** Drop what is kept of a closed document. */
  forget(uri: string): void {
    this.#store.forget(uri);
    this.#scopes.forget(uri);
  }

  #read(
    { uri, version, getText }: DraftDocument,
    language: DraftOptions['language'],
    { settings }: Scope,
    { facts }: FactsInUse,
  ): DraftSnapshot {
    const options = { language, ...(settings.asOf === null ? {} : { asOf: settings.asOf }) };
    return this.#store.read(uri, { version, text: getText(), options }, facts);
  }
}

/** A document that an editor has open. */
export function openDraft(document: TextDocument): DraftDocument {
  const { uri, version, languageId } = document;
  const getText = () => document.getText();
  return { uri, version, language: draftLanguage(languageId), languageId, getText };
}

function reasonForSilence(document: DraftDocument, inUse: FactsInUse | undefined): string | undefined {
  if (document.language === undefined) return `Files of language "${document.languageId}" are not drafts`;
  if (inUse === undefined) return 'Stet is turned off here by the setting "stet.enable"';
  const { length } = document.getText();
  if (length > longestDraft) {
    return `The draft has ${millions(length)} million characters; up to ${millions(longestDraft)} million are checked`;
  }
  if (inUse.facts.statements.size === 0) {
    return 'No facts are on record; name a pack in the setting "stet.facts" or use the shipped one';
  }
  return undefined;
}

function millions(characters: number): string {
  return (characters / 1_000_000).toFixed(1).replace(/\.0$/, '');
}
