import type { LeadIn, ReadBlock } from './check-block.ts';
import { cuesIn } from './claims/scope.ts';
import { namesDeal } from './claims/spoken-of.ts';
import type { FactBase } from './facts/fact-base.ts';
import { daySpan } from './figures/calendar.ts';
import type { BlockReading } from './mentions/mention.ts';

/** A lead-in that can be told from others. */
export interface Lead extends LeadIn {
  /** Equal keys mean equal lead-ins. */
  readonly key: string;
}

/** Nothing leads in. */
export const NO_LEAD: Lead = { cues: [], times: [], speaksOfDeal: false, key: '' };
const LEAD_CUE = 8;

/** A paragraph or heading leads in the list or table that follows it, by its last sentence. */
export function readLead({ reading }: ReadBlock, facts: FactBase): Lead {
  const sentence = reading.sentences.at(-1);
  if (!sentence) return NO_LEAD;
  const mentions = reading.mentions.filter(({ from }) => sentence.from <= from);
  // A sentence of its own says what the list is of by a word that says it without help.
  const isWhole = reading.tokens.at(-1)?.text === '.';
  const cues = cuesIn(mentions, reading)
    .filter(({ strength }) => strength === 'strong' || !isWhole)
    .map((cue) => ({ ...cue, from: 0, to: 0, flat: LEAD_CUE }));
  const start = reading.tokens[sentence.from]?.start ?? 0;
  return {
    cues,
    times: datesFrom(reading, start),
    speaksOfDeal: namesDeal(mentions, reading.tokens, facts),
    key: reading.text.slice(start),
  };
}

/** The dates of a lead-in hold for the figures it leads in. */
function datesFrom({ figures }: BlockReading, start: number): LeadIn['times'] {
  return figures.flatMap(({ kind, span, interval, yearInferred, surface }) => {
    if (kind !== 'date' || !interval || span.start < start) return [];
    return [
      {
        days: daySpan(interval),
        yearInferred,
        surface,
        cost: LEAD_CUE,
        limit: null,
        isCarried: false,
        index: -1,
      },
    ];
  });
}
