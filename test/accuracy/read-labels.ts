import { z } from 'zod';
import type { Span } from '../../server/core/text/span.ts';

const expectedSchema = z.strictObject({
  about: z.string().min(1),
  surface: z.string().min(1),
  nth: z.number().int().positive().default(1),
  verdict: z.enum(['supported', 'conflict', 'disputed', 'outdated', 'overprecise']),
  fix: z.string().min(1).optional(),
});

const draftSchema = z.strictObject({
  id: z.string().min(1),
  category: z.string().min(1),
  asOf: z.iso.date(),
  text: z.string().min(1),
  expect: z.array(expectedSchema),
});

/** A claim that a labelled draft makes, and where. */
export type ExpectedClaim = z.output<typeof expectedSchema> & { readonly span: Span };

/** One line of a label file: a draft and every claim on the record that it makes. */
export interface LabelledDraft {
  readonly id: string;
  /** `conflict/value`: what the draft shows in general, then in particular. */
  readonly category: string;
  readonly asOf: string;
  readonly text: string;
  readonly expect: readonly ExpectedClaim[];
}

/**
 * Read a label file, one JSON draft a line.
 * Offsets: spans are UTF-16 code units of the draft's text.
 * Errors: throws with `file:line` for a line that is no label, a surface that does not occur, an id used twice and a
 * fix without a conflict.
 */
export function readLabels(file: string, content: string): readonly LabelledDraft[] {
  const lines = content.split('\n').map((text, index) => ({ text, at: `${file}:${index + 1}` }));
  const drafts: LabelledDraft[] = [];
  const seen = new Map<string, string>();
  for (const { text, at } of lines) {
    if (text.trim() === '') continue;
    const draft = readDraft(text, at);
    const first = seen.get(draft.id);
    if (first !== undefined) throw new Error(`${at}: The id "${draft.id}" is used at ${first} too`);
    seen.set(draft.id, at);
    drafts.push(draft);
  }
  return drafts;
}

function readDraft(line: string, at: string): LabelledDraft {
  const parsed = draftSchema.safeParse(parseJson(line, at));
  if (!parsed.success) throw new Error(`${at}: ${z.prettifyError(parsed.error)}`);
  const { text, expect } = parsed.data;
  return { ...parsed.data, expect: expect.map((claim) => placed(claim, text, at)) };
}

function parseJson(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${at}: No JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function placed(claim: z.output<typeof expectedSchema>, text: string, at: string): ExpectedClaim {
  const { surface, nth, verdict, fix } = claim;
  let start = -1;
  for (let count = 0; count < nth; count++) {
    start = text.indexOf(surface, start + 1);
    if (start < 0) throw new Error(`${at}: "${surface}" does not occur ${nth} times in the text`);
  }
  if (fix !== undefined && verdict !== 'conflict' && verdict !== 'outdated') {
    throw new Error(`${at}: "${surface}" is ${verdict}, so it has no fix`);
  }
  return { ...claim, span: { start, end: start + surface.length } };
}
