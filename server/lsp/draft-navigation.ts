import type {
  DefinitionParams,
  Location,
  LocationLink,
  ReferenceParams,
} from 'vscode-languageserver';
import { definitionsOf } from '../host/pack-names.ts';
import { claimAt } from '../service/index.ts';
import type { ClientFeatures } from './client-features.ts';
import type { DraftCensus } from './draft-census.ts';
import type { Checked } from './drafts.ts';
import { uriOfPath } from './file-uri.ts';
import type { PackDesk } from './pack-desk.ts';
import type { SourceShelf } from './source-shelf.ts';
import { linesOf, placeRange, toLspRange } from './to-lsp.ts';

/** What leading from a draft to the record needs of the server around it. */
export interface NavigationHost {
  readonly features: ClientFeatures;
  readonly desk: PackDesk;
  readonly shelf: SourceShelf;
  readonly census: DraftCensus;
}

/** Where a definition leads: a stretch to show, and what to mark in it. */
interface Target {
  readonly uri: string;
  readonly shown: Location['range'];
  readonly marked: Location['range'];
}

/**
 * Where a figure of a draft comes from: the statements on record, each followed by the lines of its sources whose
 * texts are at hand. Null where no claim is.
 */
export async function defineFigure(
  check: Checked,
  { position }: DefinitionParams,
  host: NavigationHost,
): Promise<Location[] | LocationLink[] | null> {
  const lines = linesOf(check);
  const claim = claimAt(check.snapshot, lines.offset(position));
  if (claim === undefined) return null;
  const texts = await host.shelf.texts(check.scope.sources);
  const targets: Target[] = [];
  for (const { statement, references } of claim.record) {
    targets.push(...(await statementTargets(statement, check, host)));
    for (const reference of references) {
      const digest = check.facts.facts.sources.get(reference.source)?.digest;
      const place = await texts.placeOf(digest, reference);
      if (place) targets.push({ uri: place.uri, shown: place.line, marked: place.words });
    }
  }
  if (!host.features.showsLinks) return targets.map(({ uri, marked }) => ({ uri, range: marked }));
  const originSelectionRange = toLspRange(claim.span, lines);
  return targets.map(({ uri, shown, marked }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: shown,
    targetSelectionRange: marked,
  }));
}

/** Every place of a draft that states what a figure of a draft states; the statement itself where it is asked for. */
export async function figureReferences(
  check: Checked,
  { position, context }: ReferenceParams,
  host: NavigationHost,
): Promise<Location[] | null> {
  const claim = claimAt(check.snapshot, linesOf(check).offset(position));
  if (claim === undefined) return null;
  const { statement } = claim;
  const file = check.facts.facts.statements.get(statement)?.file ?? '';
  const declared = context.includeDeclaration ? await statementTargets(statement, check, host) : [];
  const stated = await host.census.statedIn(statement, file);
  return [
    ...declared.map(({ uri, marked }) => ({ uri, range: marked })),
    ...stated.map(({ uri, range }) => ({ uri, range })),
  ];
}

/** Where a statement is written, its id marked; in an editor's buffer where its file is open. */
async function statementTargets(
  id: string,
  { facts }: Checked,
  { desk }: NavigationHost,
): Promise<readonly Target[]> {
  const place = facts.statementPlace(id);
  if (place === undefined) return [];
  const uri = uriOfPath(place.file);
  const page = await desk.page(uri);
  if (page === undefined) {
    const marked = placeRange(facts.statementPlace(id, ['id']) ?? place);
    return [{ uri, shown: placeRange(place), marked }];
  }
  const { document, text, names } = page;
  return definitionsOf(text, { thing: 'statements', id }, names).map(({ span }) => {
    const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
    return { uri: document.uri, shown: range, marked: range };
  });
}
