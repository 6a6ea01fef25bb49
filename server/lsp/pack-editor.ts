import type {
  CodeLens,
  CodeLensParams,
  CompletionItem,
  CompletionList,
  Connection,
  DefinitionParams,
  Hover,
  HoverParams,
  Location,
  LocationLink,
  ReferenceParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { definitionsOf, occurrencesOf } from '../host/pack-names.ts';
import { readPackText } from '../host/read-pack-folder.ts';
import type { ClientFeatures } from './client-features.ts';
import type { DraftCensus } from './draft-census.ts';
import { pathOfUri } from './file-uri.ts';
import { completePack, documentItem, uriOfItem } from './pack-completion.ts';
import type { DeskHost, PackDesk, PackPage } from './pack-desk.ts';
import { hoverPack } from './pack-hover.ts';
import { countedLens, dataOfLens, statementLenses } from './pack-lenses.ts';
import {
  type NamedPlace,
  type NamedThing,
  placesOf,
  thingAt,
  toLspDefinition,
  toLspLocation,
} from './pack-navigation.ts';
import { sourcePlaceAt } from './pack-source-place.ts';
import type { SourceShelf } from './source-shelf.ts';

/** Drafts are typed in; the counts above statements need not move with every letter. */
const lensDelayMs = 1_000;

/** What the writing of packs needs of the server around it. */
export interface PackEditorHost extends Pick<DeskHost, 'documents' | 'scopes'> {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly desk: PackDesk;
  readonly census: DraftCensus;
  readonly shelf: SourceShelf;
  /** Run a task that nobody waits for; a failure is logged. */
  inBackground(name: string, task: () => Promise<void>): void;
}

/** Helps the writer of a pack file: completion, hovers, definitions, references and counts. */
export class PackEditor {
  readonly #host: PackEditorHost;
  #lensTimer: NodeJS.Timeout | undefined;

  constructor(host: PackEditorHost) {
    this.#host = host;
  }

  async complete(params: TextDocumentPositionParams): Promise<CompletionList | null> {
    const page = await this.#host.desk.page(params.textDocument.uri);
    return page ? completePack(page, offsetOf(page, params), this.#host.features) : null;
  }

  async resolveCompletion(item: CompletionItem): Promise<CompletionItem> {
    const uri = uriOfItem(item);
    const page = uri === undefined ? undefined : await this.#host.desk.page(uri);
    return page ? documentItem(item, page, this.#host.features) : item;
  }

  async hover(params: HoverParams): Promise<Hover | null> {
    const page = await this.#host.desk.page(params.textDocument.uri);
    return page ? hoverPack(page, offsetOf(page, params), this.#host.features) : null;
  }

  async definition(params: DefinitionParams): Promise<Location[] | LocationLink[] | null> {
    const found = await this.#find(params, definitionsOf);
    if (found !== null) return toLspDefinition(found.thing, found.places, this.#host.features);
    const { scopes, desk, shelf } = this.#host;
    const { sources } = await scopes.of(params.textDocument.uri);
    const page = await desk.page(params.textDocument.uri);
    const place = page && (await sourcePlaceAt(page, offsetOf(page, params), sources, shelf));
    return place ? [toLspLocation(place)] : null;
  }

  /** Every place that names what stands there; of a statement, the places of drafts that state it. */
  async references(params: ReferenceParams): Promise<Location[] | null> {
    const found = await this.#find(params, occurrencesOf);
    if (found === null) return null;
    const { thing, places } = found;
    const named = places
      .filter(({ role }) => role === 'reference' || params.context.includeDeclaration)
      .map(toLspLocation);
    if (thing.thing !== 'statements') return named;
    const stated = await this.#host.census.statedIn(
      thing.id,
      pathOfUri(params.textDocument.uri) ?? '',
    );
    return [...named, ...stated.map(({ uri, range }) => ({ uri, range }))];
  }

  async codeLenses({ textDocument }: CodeLensParams): Promise<CodeLens[] | null> {
    const { settings } = await this.#host.scopes.of(textDocument.uri);
    const page = settings.codeLens ? await this.#host.desk.page(textDocument.uri) : undefined;
    return page ? statementLenses(page) : null;
  }

  async resolveLens(lens: CodeLens): Promise<CodeLens> {
    const { statement, uri } = dataOfLens(lens) ?? {};
    const path = uri === undefined ? undefined : pathOfUri(uri);
    if (statement === undefined || path === undefined) return lens;
    const places = await this.#host.census.statedIn(statement, path);
    return countedLens(lens, places, this.#host.features);
  }

  /** Have the client ask for the lenses again, soon. */
  refreshLenses(): void {
    const { connection, features, inBackground } = this.#host;
    if (!features.refreshesCodeLenses) return;
    clearTimeout(this.#lensTimer);
    const refresh = (): void =>
      inBackground('Refreshing code lenses', () =>
        connection.sendRequest(CodeLensRefreshRequest.type),
      );
    this.#lensTimer = setTimeout(refresh, lensDelayMs);
  }

  dispose(): void {
    clearTimeout(this.#lensTimer);
  }

  /** What is named at a place, with the places of the packs that `find` finds it at. */
  async #find(
    params: TextDocumentPositionParams,
    find: typeof occurrencesOf,
  ): Promise<Found | null> {
    const page = await this.#host.desk.page(params.textDocument.uri);
    if (page === undefined) return null;
    const thing = thingAt(page, offsetOf(page, params));
    if (thing === undefined) return null;
    const files = await this.#host.desk.filesBeside(page.path);
    const places = await placesOf(thing, files, page, (path) => this.#read(path), find);
    return { thing, places };
  }

  async #read(path: string): Promise<string | undefined> {
    const open = this.#host.documents.all().find(({ uri }) => pathOfUri(uri) === path);
    return open === undefined ? readPackText(path) : open.getText();
  }
}

interface Found {
  readonly thing: NamedThing;
  readonly places: readonly NamedPlace[];
}

function offsetOf({ document }: PackPage, { position }: TextDocumentPositionParams): number {
  return document.offsetAt(position);
}
