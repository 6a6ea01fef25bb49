import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { bufferCatalogue } from '../host/buffer-catalogue.ts';
import type { FactsWanted } from '../host/load-facts.ts';
import { isPackText, packFolderOf } from '../host/pack-folder-of.ts';
import type { NameContext } from '../host/pack-names.ts';
import { outlinePackText, type PackEntry } from '../host/pack-outline.ts';
import {
  catalogue,
  type PackCatalogue,
  type PackKnowledge,
  propertyKind,
  unitId,
  withEntries,
} from '../service/index.ts';
import type { FactLibrary, FactsInUse } from './fact-library.ts';
import { pathOfUri } from './file-uri.ts';
import type { Scopes } from './scopes.ts';

/** A pack file that an editor has open, with all that is known for helping its writer. */
export interface PackPage {
  readonly document: TextDocument;
  /** Of the text that all else here was read from. */
  readonly version: number;
  readonly text: string;
  readonly path: string;
  /** The folder of its pack. */
  readonly pack: string;
  readonly outline: readonly PackEntry[];
  readonly facts: FactsInUse;
  /** What all packs define, and on top of them what stands in this buffer and is not saved yet. */
  readonly knowledge: PackKnowledge;
  readonly names: NameContext;
}

/** Whether a document is written in the language of packs, and so no draft. */
export function isPackUri(uri: string): boolean {
  const path = pathOfUri(uri);
  return path !== undefined && isPackText(path);
}

/** What the desk needs of the server around it. */
export interface DeskHost {
  readonly documents: TextDocuments<TextDocument>;
  readonly scopes: Scopes;
  readonly library: FactLibrary;
}

/** Finds the pack files among the open documents, and remembers what was read of each until it changes. */
export class PackDesk {
  readonly #host: DeskHost;
  readonly #outlines = new WeakMap<TextDocument, Outlined>();
  readonly #catalogues = new WeakMap<object, PackCatalogue>();

  constructor(host: DeskHost) {
    this.#host = host;
  }

  /** The open document `uri` as a pack file; undefined where it is none, or Stet is turned off for it. */
  async page(uri: string): Promise<PackPage | undefined> {
    const path = pathOfUri(uri);
    if (path === undefined || !isPackText(path)) return undefined;
    const home = await this.#home(uri, path);
    if (home === undefined) return undefined;
    const facts = await this.#host.library.factsFor(home.wanted);
    const document = this.#host.documents.get(uri);
    if (document === undefined) return undefined;
    const { version, text, outline, defined } = this.#outlined(document);
    const all = withEntries(this.#catalogueOf(facts), defined);
    return {
      document,
      version,
      text,
      path,
      pack: home.pack,
      outline,
      facts,
      knowledge: { catalogue: all, facts: facts.facts },
      names: {
        kindOf: (property) => propertyKind(all, property),
        unitOf: (written) => unitId(all, written),
      },
    };
  }

  /** Whether the document is still open, and as it was when the page was made. */
  isCurrent({ document, version }: PackPage): boolean {
    return this.#host.documents.get(document.uri) === document && document.version === version;
  }

  /** Every file of the packs in use beside which `path` is read, those of later packs first. */
  async filesBeside(path: string): Promise<readonly string[]> {
    const files = new Set<string>();
    for (const wanted of this.#host.library.choices) {
      if ((await packFolderOf(path, wanted)) === undefined) continue;
      const { lastRead } = await this.#host.library.factsFor(wanted);
      for (const file of lastRead.files.toReversed()) files.add(file);
    }
    return [...files.add(path)];
  }

  /** The choice of packs that a file belongs to: that of its workspace folder, or else any that has it. */
  async #home(uri: string, path: string): Promise<Home | undefined> {
    const { settings, facts } = await this.#host.scopes.of(uri);
    if (!settings.enable) return undefined;
    for (const wanted of [facts, ...this.#host.library.choices]) {
      const pack = await packFolderOf(path, wanted);
      if (pack !== undefined) return { wanted, pack };
    }
    return undefined;
  }

  #outlined(document: TextDocument): Outlined {
    const known = this.#outlines.get(document);
    if (known?.version === document.version) return known;
    const text = document.getText();
    const outline = outlinePackText(text);
    const defined = bufferCatalogue(text, outline);
    const outlined = { version: document.version, text, outline, defined };
    this.#outlines.set(document, outlined);
    return outlined;
  }

  #catalogueOf({ lastRead }: FactsInUse): PackCatalogue {
    const known = this.#catalogues.get(lastRead);
    if (known !== undefined) return known;
    const all = catalogue(lastRead.packFiles);
    this.#catalogues.set(lastRead, all);
    return all;
  }
}

interface Outlined {
  readonly version: number;
  readonly text: string;
  readonly outline: readonly PackEntry[];
  readonly defined: PackCatalogue;
}

interface Home {
  readonly wanted: FactsWanted;
  readonly pack: string;
}
