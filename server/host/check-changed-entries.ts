import { buildFactBase } from '../core/facts/build-fact-base.ts';
import type { PackFile } from '../core/facts/fact-base.ts';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import { isEcho, type PacksOnDisk, type PackText, withoutStatements } from './check-pack-text.ts';
import type { LocatedIssue, Place } from './located-issue.ts';
import { entryAt, outlinePackText, type PackEntry } from './pack-outline.ts';
import { type ParsedPackFile, parsePackFile } from './parse-pack-file.ts';
import { placeIn } from './place-in.ts';

/** A pack file as it is on disk, with the mistakes that were found in it there. */
export interface SavedPack {
  readonly text: string;
  readonly issues: readonly LocatedIssue[];
}

/** Whoever pastes more at once sees the mistakes of the rest when the file is saved. */
const MOST_CHECKED = 50;

/**
 * The mistakes of a large pack file as it is being written: of the entries that are not on disk as they stand, those
 * found now; of all others, those found on disk, where the entries have moved to. Reading all of it anew would be felt.
 * A mistake that takes two entries, or lies between them, shows when the file is saved.
 * Offsets: UTF-16 code units of `text`.
 */
export function checkChangedEntries(
  { file, pack, text }: PackText,
  saved: SavedPack,
  { packFiles, isWhole }: PacksOnDisk,
): readonly LocatedIssue[] {
  const lines = indexLines(text);
  const { changed, moved } = compare(saved.text, text);
  const parsed = changed.slice(0, MOST_CHECKED).map((entry) => parseAlone(file, text, entry));
  // A pack of its own, which may define again what is on disk under the same id.
  const own = parsed.flatMap(({ parsed: { data } }, index): readonly PackFile[] =>
    data === undefined ? [] : [{ file: nameOf(index), pack: `${pack} as typed`, data }],
  );
  const { issues } = buildFactBase([...packFiles.map(withoutStatements), ...own]);
  const found = issues.filter((issue) => issue.code !== 'override' && (isWhole || !isEcho(issue)));
  return [
    ...saved.issues.flatMap((issue) => movedIssue(issue, moved, lines)),
    ...parsed.flatMap(({ parsed: { issues: syntax, place }, shift }, index) => [
      ...syntax.map((issue) => ({ ...issue, ...placed(file, issue.span, shift, lines) })),
      ...found
        .filter((issue) => issue.file === nameOf(index))
        .map(({ code, severity, message, path }) => ({
          ...{ code, severity, message, scope: 'place' as const },
          ...placed(file, place(path).span, shift, lines),
        })),
    ]),
  ];
}

/** No path on any system, so that no file is taken for it. */
function nameOf(index: number): string {
  return `\0${index}`;
}

interface Alone {
  readonly parsed: ParsedPackFile;
  /** What takes an offset of the entry's own text to one of the file. */
  readonly shift: number;
}

/** One entry below its root key, parsed as a file. */
function parseAlone(file: string, text: string, { section, holdsSection, span }: PackEntry): Alone {
  const head = holdsSection || section === undefined ? '' : `${JSON.stringify(section)}:\n`;
  const parsed = parsePackFile(file, head + text.slice(span.start, span.end));
  return { parsed, shift: span.start - head.length };
}

function placed(file: string, { start, end }: Span, shift: number, lines: LineMap): Place {
  const first = Math.max(0, start + shift);
  return placeIn(file, lines, { start: first, end: Math.max(first, end + shift) });
}

interface Comparison {
  /** Entries that are not on disk as they stand. */
  readonly changed: readonly PackEntry[];
  /** Entries on disk with where they stand now; undefined for one that is gone. */
  moved(offset: number): { readonly shift: number } | undefined;
}

function compare(before: string, now: string): Comparison {
  const old = outlinePackText(before);
  const unclaimed = new Map<string, PackEntry[]>();
  for (const entry of old.toReversed()) {
    const key = keyOf(before, entry);
    const same = unclaimed.get(key);
    if (same) same.push(entry);
    else unclaimed.set(key, [entry]);
  }
  const shifts = new Map<PackEntry, number>();
  const changed = outlinePackText(now).filter((entry) => {
    const same = unclaimed.get(keyOf(now, entry))?.pop();
    if (same) shifts.set(same, entry.span.start - same.span.start);
    return same === undefined;
  });
  const moved = (offset: number) => {
    const entry = entryAt(old, offset);
    const shift = entry && shifts.get(entry);
    return shift === undefined ? undefined : { shift };
  };
  return { changed, moved };
}

function keyOf(text: string, { section = '', span }: PackEntry): string {
  return `${section}\n${text.slice(span.start, span.end)}`;
}

function movedIssue(
  issue: LocatedIssue,
  moved: Comparison['moved'],
  lines: LineMap,
): readonly LocatedIssue[] {
  const found = issue.scope === 'file' ? undefined : moved(issue.span.start);
  return found ? [{ ...issue, ...placed(issue.file, issue.span, found.shift, lines) }] : [];
}
