import { drawTable } from '../../server/cli/draw-table.ts';
import type { SetGroup } from './measure-set.ts';
import type { DraftScore } from './score-draft.ts';
import { FOUND_VERDICTS, rate, type Share, type Tally, tally, tallyByCategory } from './tally.ts';

const EXCERPT_LENGTH = 400;

/** A set's figures: by category, all together, and its recall by verdict. */
export function describeSet(name: string, scores: readonly DraftScore[]): string {
  const all = tally(scores);
  const rows = [...tallyByCategory(scores)].map(([category, one]) => [category, ...cells(one)]);
  const table = drawTable([['category', ...HEAD], ...rows, ['all', ...cells(all)]]);
  const byVerdict = FOUND_VERDICTS.map((verdict) => {
    const { part, whole } = all.recallBy.get(verdict) ?? { part: 0, whole: 0 };
    return `${verdict} ${part}/${whole}`;
  });
  return `${name}\n${indented(table, 2)}\n  found by verdict: ${byVerdict.join(', ')}`;
}

/** One row a set and their sum, for the end of the report. */
export function describeGroup(
  group: SetGroup,
  sets: readonly { readonly name: string; readonly scores: readonly DraftScore[] }[],
): string {
  const rows = sets.map(({ name, scores }) => [name, ...cells(tally(scores))]);
  const all = tally(sets.flatMap(({ scores }) => scores));
  return drawTable([[`${group} sets`, ...HEAD], ...rows, ['together', ...cells(all)]]);
}

/** Every draft in which something was missed, flagged wrongly or mended otherwise than labelled. */
export function describeMisses(scores: readonly DraftScore[]): string {
  return scores
    .filter(({ remarks }) => remarks.length > 0)
    .map(describeDraft)
    .join('\n');
}

function describeDraft({ id, category, text, remarks }: DraftScore): string {
  const oneLine = text.replace(/\n/g, ' ⏎ ');
  const excerpt =
    oneLine.length > EXCERPT_LENGTH ? `${oneLine.slice(0, EXCERPT_LENGTH)} …` : oneLine;
  const lines = remarks.flatMap(({ kind, text: what, reason }) => {
    const why = reason === '' ? [] : [`  because: ${reason}`];
    return [`${kind}: ${what}`, ...why];
  });
  return `${id} ${category}\n${indented([excerpt, ...lines].join('\n'), 2)}`;
}

const HEAD = ['drafts', 'precision', 'recall', 'supported seen', 'exact fixes'];

function cells({ drafts, precision, recall, supported, fixes }: Tally): readonly string[] {
  return [String(drafts), ...[precision, recall, supported, fixes].map(shareCell)];
}

function shareCell(share: Share): string {
  if (share.whole === 0) return '–';
  return `${rate(share).toFixed(3)} (${share.part}/${share.whole})`;
}

function indented(text: string, columns: number): string {
  return text.replace(/^/gm, ' '.repeat(columns));
}
