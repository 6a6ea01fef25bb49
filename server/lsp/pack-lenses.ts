import type { CodeLens, Command } from 'vscode-languageserver';
import { type PackNode, parseEntry } from '../host/pack-nodes.ts';
import type { PackEntry } from '../host/pack-outline.ts';
import type { StatedPlace } from './draft-census.ts';
import type { PackPage } from './pack-desk.ts';
import type { ShowReferencesArguments, ShowReferencesCommand } from './protocol.ts';

const showReferences: ShowReferencesCommand = 'stet.showReferences';

/** What is kept in a lens until it comes into view. */
export interface LensData {
  readonly uri: string;
  readonly statement: string;
}

/** A statement that begins with its id, as nearly all do: no need to parse it for a line above it. */
const LEADING_ID = /^\s*-\s+(?:\{\s*)?id:[ \t]+([a-z0-9][a-z0-9._-]*)(?=[\s,}])/;

/** A lens above each statement of a page, without its count yet. */
export function statementLenses({ document, text, outline }: PackPage): CodeLens[] {
  return outline.flatMap((entry) => {
    const id = entry.section === 'statements' ? idOf(text, entry) : undefined;
    if (id === undefined) return [];
    const start = document.positionAt(id.span.start);
    const end = document.positionAt(id.span.end);
    const data: LensData = { uri: document.uri, statement: id.text };
    return [{ range: { start, end }, data }];
  });
}

/** What a lens is of; undefined for a lens that is not ours. */
export function dataOfLens(lens: CodeLens): LensData | undefined {
  const data: unknown = lens.data;
  const isOurs = typeof data === 'object' && data !== null && 'uri' in data && 'statement' in data;
  if (!isOurs || typeof data.uri !== 'string' || typeof data.statement !== 'string')
    return undefined;
  return { uri: data.uri, statement: data.statement };
}

/** The lens with its count; a click shows the places where the client can show them. */
export function countedLens(
  lens: CodeLens,
  places: readonly StatedPlace[],
  { showsReferences }: { readonly showsReferences: boolean },
): CodeLens {
  return { ...lens, command: commandOf(lens, places, showsReferences) };
}

function commandOf(
  lens: CodeLens,
  places: readonly StatedPlace[],
  showsReferences: boolean,
): Command {
  const title = countOf(places);
  const uri = dataOfLens(lens)?.uri;
  // A command without a name is shown as words that nothing can be clicked of.
  if (!showsReferences || uri === undefined || places.length === 0) return { title, command: '' };
  const locations = places.map((place) => ({ uri: place.uri, range: place.range }));
  const shown: ShowReferencesArguments = [uri, lens.range.start, locations];
  return { title, command: showReferences, arguments: [...shown] };
}

/** `stated in 3 drafts · 1 conflict` */
function countOf(places: readonly StatedPlace[]): string {
  if (places.length === 0) return 'stated in no draft';
  const drafts = new Set(places.map(({ uri }) => uri)).size;
  const conflicts = places.filter(({ isConflict }) => isConflict).length;
  const wrong = conflicts === 0 ? '' : ` · ${conflicts} conflict${conflicts === 1 ? '' : 's'}`;
  return `stated in ${drafts} draft${drafts === 1 ? '' : 's'}${wrong}`;
}

function idOf(text: string, entry: PackEntry): Pick<PackNode, 'text' | 'span'> | undefined {
  const { start, end } = entry.span;
  const [whole, id] = LEADING_ID.exec(text.slice(start, end)) ?? [];
  if (whole !== undefined && id !== undefined) {
    const after = start + whole.length;
    return { text: id, span: { start: after - id.length, end: after } };
  }
  return parseEntry(text, entry).nodes.find(
    ({ role, path }) => role === 'value' && path.length === 3 && path[2] === 'id',
  );
}
