import type { FactBase, Statement } from '../core/facts/fact-base.ts';
import { recordEntry } from '../core/verdicts/record.ts';
import { describePublication } from './cite-sources.ts';
import { counted } from './counted.ts';
import { describeQuestion } from './describe-question.ts';
import { describeEntryTime } from './describe-record.ts';
import { quoted } from './describe-source.ts';
import { describeAsOf } from './describe-time.ts';
import { listSources } from './list-sources.ts';
import { inBothForms, type PackCard } from './pack-cards.ts';
import { valueWords } from './write-value.ts';

/** `as of October 2025`; `disputed` where no source's value is preferred to another's. */
export function statementStanding({ id, time, rank }: Statement, facts: FactBase): string {
  const isDisputed = rank !== 'preferred' && (facts.groups.get(id)?.length ?? 1) > 1;
  return [time === null ? '' : describeAsOf(time), isDisputed ? 'disputed' : '']
    .filter((part) => part !== '')
    .join(', ');
}

/** Who says so in a few words: `“Title”, Publisher, 4 November 2025` or `3 sources`. */
export function statementSources({ references }: Statement, facts: FactBase): string {
  const sources = [...new Set(references.map(({ source }) => source))];
  const [first] = sources.flatMap((id) => facts.sources.get(id) ?? []);
  if (sources.length > 1 || !first) return counted(sources.length, 'source');
  return [quoted(first.title), ...describePublication(first)].join(', ');
}

/** What a value on record is of, as of when, who says so and where, and who says otherwise. */
export function figureCard(statement: Statement, facts: FactBase): PackCard {
  const own = recordEntry(statement, facts);
  const others = (facts.groups.get(statement.id) ?? [])
    .filter((id) => id !== statement.id)
    .flatMap((id) => facts.statements.get(id) ?? []);
  return inBothForms((dress) => [
    dress.bold(describeQuestion(statement.id, facts)),
    dress.bold(valueWords(statement, facts)) + dress.text(describeEntryTime(own)),
    listSources(own, dress),
    ...others.flatMap((other) => [
      dress.text('Others say ') + dress.bold(valueWords(other, facts)),
      listSources(recordEntry(other, facts), dress),
    ]),
  ]);
}
