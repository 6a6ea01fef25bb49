import { cover, overlaps, type Span } from '../core/text/span.ts';
import type { DraftEdit } from './actions.ts';
import type { CitationStyle } from './citation-style.ts';
import {
  address,
  bracketTexts,
  type CitationContext,
  isNoteOf,
  labelOf,
  linkTarget,
  noteText,
} from './citation-text.ts';
import type { Citable } from './cited-sources.ts';
import type { CitedSource } from './describe-source.ts';
import {
  footnotes,
  linkTargets,
  type NoteForm,
  nextLabel,
  noteInsertions,
  numberedNotes,
  readNotes,
} from './draft-notes.ts';
import { type DraftPlace, EMPHASES, nodesAround, placeOf } from './draft-place.ts';
import type { DraftSnapshot } from './draft-store.ts';
import { isCited, keysOf } from './is-cited.ts';
import { keepsClaims } from './keeps-claims.ts';

/** Edits in the order of the text. */
type Edits = readonly DraftEdit[];

/** What is known where a citation is written. */
interface Citing {
  readonly place: DraftPlace;
  readonly context: CitationContext;
  readonly source: CitedSource;
  /** What is cited, and what it is to say. */
  readonly stated: DraftEdit;
  /** The edit that makes it say so; none where it does. */
  readonly correction: Edits;
}

/**
 * The edits that cite `source` for a claim, with its correction where the claim is wrong; `undefined` where there is no
 * room for a citation, or the source is cited there already.
 *
 * A style that does not go gives way to another: a link without an address to brackets, brackets that would change what
 * a figure of the draft is taken for to a footnote. Nothing but the correction is taken out, and every claim keeps its
 * verdict: the draft is checked again with the edits to make sure.
 * Offsets: UTF-16 code units of the draft.
 */
export function cite(
  draft: DraftSnapshot,
  { claim, correction }: Citable,
  source: CitedSource,
  style: CitationStyle,
): Edits | undefined {
  const stated = correction ?? claim;
  const place = placeOf(draft, cover(stated.span, claim.span));
  if (!place) return undefined;
  const context = { language: draft.language, block: place.block.kind };
  if (isCited(source, claim.span, place, context)) return undefined;
  const edit = { span: stated.span, text: stated.text };
  const citing = { place, context, source, stated: edit, correction: correction ? [edit] : [] };
  for (const way of ways[draft.language][style])
    for (const edits of way(citing)) {
      const ordered = inOrder(edits);
      if (keepsClaims(draft, ordered, correction ? claim : undefined)) return ordered;
    }
  return undefined;
}

/** One way to cite: the edits that it takes, in each form that it may have, the best first. */
type Way = (citing: Citing) => Iterable<Edits>;

/** The ways that a style may take in a language, the one it is named after first. */
const ways: Readonly<
  Record<DraftSnapshot['language'], Readonly<Record<CitationStyle, readonly Way[]>>>
> = {
  markdown: {
    footnote: [footnote, parenthesis],
    link: [link, parenthesis, footnote],
    reference: [reference, parenthesis, footnote],
    parenthesis: [parenthesis, footnote],
  },
  plaintext: {
    footnote: [numberedNote, parenthesis],
    link: [parenthesis, numberedNote],
    reference: [parenthesis, numberedNote],
    parenthesis: [parenthesis, numberedNote],
  },
};

/** `[$38 billion](https://…)`. */
function* link(citing: Citing): Iterable<Edits> {
  const { source, context } = citing;
  const stated = linkable(citing);
  if (source.url === null || !stated) return;
  yield inLink(citing, stated, `](${address(source.url, context.block)})`);
}

/** `[$38 billion][key]`, with the address of the key at the end. */
function* reference(citing: Citing): Iterable<Edits> {
  const { source, place } = citing;
  const { url } = source;
  const stated = linkable(citing);
  if (url === null || !stated) return;
  const [known] = keysOf(url, place.outline);
  const notes = readNotes(place.outline, linkTargets);
  const key = known ?? nextLabel(notes, labelOf(source), labelOf(source));
  const around = inLink(citing, stated, `][${key}]`);
  if (known !== undefined) yield around;
  else
    for (const added of noteInsertions(
      place.outline,
      notes,
      `[${key}]: ${linkTarget({ ...source, url })}`,
    ))
      yield [...around, added];
}

/** `[^3]` behind the stop, with the source at the end. */
function footnote(citing: Citing): Iterable<Edits> {
  const { outline, afterStop } = citing.place;
  // `[^1][^2]` is one link to some readers of Markdown.
  const gap = outline.text.charAt(afterStop - 1) === ']' ? ' ' : '';
  return noted(citing, footnotes, (label) => ({
    mark: insertion(afterStop, `${gap}[^${label}]`),
    definition: `[^${label}]: ${noteText(citing.source, citing.context)}.`,
  }));
}

/** ` [3]` before the stop, with the source at the end: what plain text has for a footnote. */
function numberedNote(citing: Citing): Iterable<Edits> {
  return noted(citing, numberedNotes, (label) => ({
    mark: insertion(citing.place.beforeStop, ` [${label}]`),
    definition: `[${label}] ${noteText(citing.source, citing.context)}`,
  }));
}

function* noted(
  { place, source, correction }: Citing,
  form: NoteForm,
  write: (label: string) => { readonly mark: DraftEdit; readonly definition: string },
): Iterable<Edits> {
  const notes = readNotes(place.outline, form);
  const known = notes.notes.find(({ text }) => isNoteOf(text, source));
  const { mark, definition } = write(known?.label ?? nextLabel(notes, labelOf(source), '1'));
  if (known) yield [...correction, mark];
  else
    for (const added of noteInsertions(place.outline, notes, definition))
      yield [...correction, mark, added];
}

/** ` (Publisher, 3 November 2025)` before the stop; behind it, as a sentence of its own, where it would say something of a figure before it. */
function* parenthesis({ place, context, source, correction }: Citing): Iterable<Edits> {
  const texts = bracketTexts(source, context);
  for (const text of texts) yield [...correction, insertion(place.beforeStop, ` (${text})`)];
  if (place.beforeStop === place.afterStop) return;
  for (const text of texts) yield [...correction, insertion(place.afterStop, ` (${text}.)`)];
}

/**
 * What a link may be set around: the figure, with the emphasis that it begins or ends within. `undefined` where it stands
 * in a link or in code, or holds a bracket.
 */
function linkable({ place: { outline }, stated }: Citing): DraftEdit | undefined {
  const { span } = stated;
  const written = outline.text.slice(span.start, span.end);
  const nodes = [...nodesAround(outline, span.start, 1), ...nodesAround(outline, span.end, -1)];
  if (/[[\]]/.test(written + stated.text) || nodes.some(({ name }) => NO_LINK.has(name)))
    return undefined;
  const whole = nodes
    .filter((node) => EMPHASES.has(node.name) && crosses(node, span))
    .reduce<Span>(cover, span);
  const before = outline.text.slice(whole.start, span.start);
  return { span: whole, text: before + stated.text + outline.text.slice(span.end, whole.end) };
}

const NO_LINK: ReadonlySet<string> = new Set(['Link', 'Image', 'Autolink', 'URL', 'InlineCode']);

function crosses(node: Span, span: Span): boolean {
  return overlaps(node, span) && !(node.start <= span.start && span.end <= node.end);
}

/** Brackets around what is cited, which stays as it is unless it is corrected. */
function inLink({ correction }: Citing, { span, text }: DraftEdit, closing: string): Edits {
  return correction.length > 0
    ? [{ span, text: `[${text}${closing}` }]
    : [insertion(span.start, '['), insertion(span.end, closing)];
}

function insertion(at: number, text: string): DraftEdit {
  return { span: { start: at, end: at }, text };
}

/** Edits in the order of the text; those that meet are one. */
function inOrder(edits: Edits): Edits {
  const ordered: DraftEdit[] = [];
  for (const edit of [...edits].sort((one, other) => one.span.start - other.span.start)) {
    const last = ordered.at(-1);
    if (last?.span.end !== edit.span.start) ordered.push(edit);
    else ordered.splice(-1, 1, { span: cover(last.span, edit.span), text: last.text + edit.text });
  }
  return ordered;
}
