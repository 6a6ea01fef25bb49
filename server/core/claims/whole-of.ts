import type { Statement } from '../facts/fact-base.ts';
import { POINTERS } from '../mentions/english.ts';
import type { PlacedFigure } from './attachment.ts';
import type { Scope } from './scope.ts';

/** How many words after "of" say what a percentage is a share of. */
const WHOLE_REACH = 7;

/**
 * Whether a percentage is said to be a share, and of what: of what the statement is about ("of the cloud market"), or of
 * something else ("of Amazon's operating profit").
 */
export function wholeOf(
  { reading, facts }: Scope,
  { figure, to }: PlacedFigure,
  statement: Statement,
): 'own' | 'other' | 'unsaid' {
  const { tokens } = reading;
  if (figure.kind !== 'percent' || tokens[to]?.lower !== 'of') return 'unsaid';
  if (tokens[to + 1]?.lower === 'the' && tokens[to + 2]?.lower === 'time') return 'unsaid';
  if (POINTERS.has(tokens[to + 1]?.lower ?? '')) return 'other';
  let end = to + 1;
  while (end < tokens.length && end <= to + WHOLE_REACH && tokens[end]?.kind !== 'mark') end++;
  const qualified = Object.values(statement.qualifiers);
  const isOwn = reading.mentions.some(
    ({ from, meanings }) =>
      to <= from &&
      from < end &&
      meanings.some((meaning) => {
        if (meaning.kind === 'cue') return meaning.property === statement.property;
        if (meaning.kind === 'noun')
          return qualified.some((id) => facts.entities.get(id)?.type === meaning.type);
        return qualified.includes(meaning.entity);
      }),
  );
  return isOwn ? 'own' : 'other';
}
