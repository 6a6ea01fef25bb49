import type { Statement } from '../facts/fact-base.ts';
import { family } from '../facts/index-facts.ts';
import type { Figure } from '../figures/figure.ts';
import { opensWithIt } from './evidence.ts';
import type { BoundCandidate } from './find-candidates.ts';
import { ratioPercent } from './fits.ts';
import type { Scope } from './scope.ts';

/** Whether a wrong figure is like what is on record, and one doubt away from it: then it is meant for it (decision 6). */
export function isMisremembered(scope: Scope, figure: Figure, best: BoundCandidate): boolean {
  return isLikeValue(figure, best.statement) && isOneDoubtAway(scope, best);
}

/**
 * Whether a wrong figure is like what is on record, as one that was misremembered is: an amount of nearly its size ("$45
 * billion" for $38 billion), or as many names of a kind. Percentages and dates are like one another too often to tell.
 */
function isLikeValue(figure: Figure, { figures }: Statement): boolean {
  if (figure.kind === 'name') return isLikeSet(figure, figures);
  const [value] = figures;
  if (!value || value.unit !== figure.unit || UNTELLING.has(figure.kind)) return false;
  const percent = ratioPercent(figure, value);
  return percent !== undefined && LEAST <= percent && percent <= MOST;
}

/** "R100 and R200" for R300 and R400, and not the two names of another make. */
function isLikeSet({ entities, surface }: Figure, figures: readonly Figure[]): boolean {
  const recorded = new Set(figures.flatMap((value) => value.entities));
  const series = figures.map((value) => seriesOf(value.surface)).filter((one) => one !== '');
  return (
    recorded.size > 1 && entities.length === recorded.size && series.includes(seriesOf(surface))
  );
}

/** The letters before the number of a model: "GB" of "GB200". */
function seriesOf(surface: string): string {
  return /[A-Z]+(?=\d)/.exec(surface)?.[0] ?? '';
}

const UNTELLING: ReadonlySet<Figure['kind']> = new Set([
  'percent',
  'percentage-point',
  'ratio',
  'date',
  'version',
]);

/** In per cent of what is on record: from two thirds to half as much again. */
const LEAST = 66;
const MOST = 151;

/** Whether one thing alone is in doubt, whom or what, and little of it: then a figure like what is on record is meant for it. */
function isOneDoubtAway(scope: Scope, best: BoundCandidate): boolean {
  const [code, ...others] = new Set(best.doubts().map((doubt) => doubt.code));
  if (others.length > 0) return false;
  if (code === 'weak-cue') return best.property.varies !== 'by-period' && best.cost <= LIKELY_WEAK;
  if (code !== 'unsure' || best.cost > LIKELY) return false;
  return !isLedAside(scope, best) && !namesSomeoneElse(scope, best.statement);
}

/** Whether what was said just before leads to somebody else: a stranger, a deal that is over or between others, a thing. */
function isLedAside(scope: Scope, { isDeal, statement }: BoundCandidate): boolean {
  const { facts, discourse, deals, isOfPastDeal, mentions, refs } = scope;
  const { subject } = statement;
  const [last] = discourse.heard;
  if (isOfPastDeal || deals.includes(null) || (isDeal && deals.length > 1)) return true;
  if (last?.hasUnknown || (!last && discourse.headings[0]?.hasUnknown)) return true;
  if (isDeal) return false;
  // "Its crew sails on. It employs", "1,300 staff boarded one of its ships": of something of theirs.
  if (last && opensWithIt(scope) && !last.standing.includes(subject)) return true;
  if (refs.some(({ entities, sure }) => sure && entities.includes(subject))) return true;
  const type = facts.entities.get(subject)?.type ?? '';
  return mentions.some(
    ({ definite, meanings: [meaning, ...others] }) =>
      definite && others.length === 0 && meaning?.kind === 'noun' && meaning.type !== type,
  );
}

/**
 * "The town has about 28 million lamps": whether a sentence names a place, a stranger, or another one of the kind that a
 * statement is about. Who else has deals is told from a party by who stands nearer.
 */
function namesSomeoneElse({ facts, refs }: Scope, { subject }: Statement): boolean {
  const { type = '', parties = [] } = facts.entities.get(subject) ?? {};
  const own = new Set([subject, ...parties].flatMap((id) => family(facts, id)));
  const isRival = (id: string): boolean => {
    const other = facts.entities.get(id)?.type ?? '';
    return !own.has(id) && (other === 'place' || other === type);
  };
  return refs.some(
    ({ via, entities, attributive, isAside }) =>
      !attributive && !isAside && (via === 'unknown' || entities.some(isRival)),
  );
}

/** Up to this cost a figure like what is on record is about it. */
const LIKELY = 24;
/** The same where the word for it is weak. */
const LIKELY_WEAK = 14;
