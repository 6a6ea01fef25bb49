import type { Outline } from '../core/prose/read-outline.ts';
import type { Span } from '../core/text/span.ts';
import { address, bracketTexts, type CitationContext, isNoteOf } from './citation-text.ts';
import type { CitedSource } from './describe-source.ts';
import { footnotes, linkTargets, numberedNotes, readNotes } from './draft-notes.ts';
import { type DraftPlace, nodesAround } from './draft-place.ts';

/** Whether a source is cited for a figure already, in any style: the figure links to it, or a note or brackets behind it name it. */
export function isCited(
  source: CitedSource,
  figure: Span,
  place: DraftPlace,
  context: CitationContext,
): boolean {
  return (
    isLinked(source, figure, place) ||
    isInBrackets(source, figure, place, context) ||
    isNoted(source, figure, place, context)
  );
}

function isLinked({ url }: CitedSource, figure: Span, { outline }: DraftPlace): boolean {
  const link = nodesAround(outline, figure.start, 1).find(({ name }) => name === 'Link');
  if (url === null || !link) return false;
  const surface = outline.text.slice(link.start, link.end);
  return (
    surface.includes(url) ||
    keysOf(url, outline).some((key) => surface.endsWith(`][${key}]`) || surface === `[${key}]`)
  );
}

/** The keys under which a draft has an address. */
export function keysOf(url: string, outline: Outline): readonly string[] {
  const forms = [url, address(url, 'paragraph')];
  const isSame = (text: string): boolean => forms.some((form) => targetIn(text) === form);
  const { notes } = readNotes(outline, linkTargets);
  return notes.filter(({ text }) => isSame(text)).map(({ label }) => label);
}

/** The address in the definition of a link. */
function targetIn(definition: string): string | undefined {
  return /^\s*(<[^>\n]*>|\S+)/.exec(definition)?.[1];
}

function isInBrackets(
  source: CitedSource,
  figure: Span,
  { outline, beforeStop, afterStop }: DraftPlace,
  context: CitationContext,
): boolean {
  const { text } = outline;
  return bracketTexts(source, context).some(
    (words) =>
      text.startsWith(` (${words})`, figure.end) ||
      text.slice(0, beforeStop).endsWith(` (${words})`) ||
      text.startsWith(` (${words}.)`, afterStop),
  );
}

function isNoted(
  source: CitedSource,
  figure: Span,
  { outline, afterStop }: DraftPlace,
  { language }: CitationContext,
): boolean {
  const form = language === 'plaintext' ? numberedNotes : footnotes;
  const behind = outline.text.slice(figure.end, afterStop);
  const set = new Set([...behind.matchAll(form.use)].map(({ 1: label = '' }) => label));
  if (set.size === 0) return false;
  const { notes } = readNotes(outline, form);
  return notes.some(({ label, text }) => set.has(label) && isNoteOf(text, source));
}
