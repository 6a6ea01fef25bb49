import type { BoundFigure } from '../claims/choose-candidate.ts';
import type { Slip, Verdict } from '../claims/claim.ts';
import { isScaleSlip, isTransposed } from '../claims/digit-slips.ts';
import { type Direction, type Fit, fitOf, isCompatible } from '../claims/fits.ts';
import type { FactBase, Statement } from '../facts/fact-base.ts';
import { statementsAbout } from '../facts/index-facts.ts';
import type { Figure } from '../figures/figure.ts';

/** What is said of a bound figure, and on which statement it rests. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly slip: Slip | null;
  /** The preferred statement of the group, or the first one where nobody is preferred. */
  readonly statement: Statement;
  /** Every statement that answers the same question, preferred first. */
  readonly group: readonly Statement[];
  /** For a slip of attribution: the statement that the figure would be right for. */
  readonly rightFor: Statement | null;
}

/** Judge a bound figure against every value on record of its subject, property and time. */
export function judge(
  figure: Figure,
  bound: BoundFigure,
  facts: FactBase,
  nearby: ReadonlySet<string>,
): Judgement {
  const group = groupOf(bound.candidate.statement, facts);
  const statement = group[0] ?? bound.candidate.statement;
  if (bound.standing === 'past-as-present' && bound.now) {
    const now = groupOf(bound.now, facts);
    return judgement('outdated', now[0] ?? bound.now, [...now, ...group]);
  }
  if (bound.standing === 'derived') return judgement('supported', statement, group);
  const fits = group.map((one) => ({
    statement: one,
    fit: fitFor(figure, bound.direction, one, facts),
  }));
  const decisive =
    fits.find(({ fit }) => fit === 'equal') ?? fits.find(({ fit }) => isCompatible(fit));
  if (!decisive) {
    const mistake = slipOf(figure, bound, fits[0]?.fit ?? 'apart', group, facts, nearby);
    return judgement('conflict', statement, group, mistake);
  }
  if (decisive.statement.rank !== 'preferred' && !isPreferredToo(fits, decisive.fit))
    return judgement('disputed', decisive.statement, group);
  const isFiner = fits.every(({ fit }) => fit === 'finer' || fit === 'apart');
  return judgement(isFiner ? 'overprecise' : 'supported', statement, group);
}

/** What may be named of a mistake. */
type Mistake = Pick<Judgement, 'slip' | 'rightFor'>;

const NO_MISTAKE: Mistake = { slip: null, rightFor: null };

function judgement(
  verdict: Verdict,
  statement: Statement,
  group: readonly Statement[],
  { slip, rightFor }: Mistake = NO_MISTAKE,
): Judgement {
  return { verdict, slip, statement, group, rightFor };
}

/** A figure that only equals a lesser source's number is that source's; one that merely overlaps it may be the preferred one too. */
function isPreferredToo(
  fits: readonly { statement: Statement; fit: Fit }[],
  decisive: Fit,
): boolean {
  return (
    decisive !== 'equal' &&
    fits.some(({ statement, fit }) => statement.rank === 'preferred' && isCompatible(fit))
  );
}

function groupOf(statement: Statement, facts: FactBase): readonly Statement[] {
  const ids = facts.groups.get(statement.id);
  if (!ids || (ids.length === 1 && ids[0] === statement.id)) return [statement];
  return ids.flatMap((id) => facts.statements.get(id) ?? []);
}

function fitFor(figure: Figure, direction: Direction, statement: Statement, facts: FactBase): Fit {
  const property = facts.properties.get(statement.property);
  return property ? fitOf(figure, direction, statement, property) : 'incomparable';
}

function slipOf(
  figure: Figure,
  bound: BoundFigure,
  fit: Fit,
  group: readonly Statement[],
  facts: FactBase,
  nearby: ReadonlySet<string>,
): Mistake {
  const { statement, property } = bound.candidate;
  if (fit === 'points') return { slip: 'points', rightFor: null };
  if (fit === 'sign') return { slip: 'sign', rightFor: null };
  if (property.kind === 'phrase') return { slip: null, rightFor: null };
  if (property.kind === 'name')
    return { slip: slipOfNames(property.valueType ?? '', facts), rightFor: null };
  const rightFor = otherOwner(figure, bound, facts, nearby);
  if (rightFor) return { slip: 'attribution', rightFor };
  const value = group.flatMap(({ figures }) => figures).find(({ unit }) => unit === figure.unit);
  if (value && isScaleSlip(figure, value)) return { slip: 'scale', rightFor: null };
  if (value && isTransposed(figure, value)) return { slip: 'transposed', rightFor: null };
  const otherTime = statementsAbout(facts, statement.subject, statement.property).find(
    (other) =>
      other.time !== statement.time && isCompatible(fitFor(figure, bound.direction, other, facts)),
  );
  return { slip: otherTime ? 'period' : null, rightFor: null };
}

/** Another person or another product; places and companies that are mixed up have no name of their own. */
function slipOfNames(type: string, { partyTypes }: FactBase): Slip | null {
  if (type === 'person') return 'person';
  return type === 'place' || partyTypes.has(type) ? null : 'model';
}

/** Whose figure it is: the same property of someone else whom the text speaks of. */
function otherOwner(
  figure: Figure,
  bound: BoundFigure,
  facts: FactBase,
  nearby: ReadonlySet<string>,
): Statement | null {
  const { statement } = bound.candidate;
  for (const subject of nearby) {
    if (subject === statement.subject) continue;
    for (const other of statementsAbout(facts, subject, statement.property)) {
      if (fitFor(figure, bound.direction, other, facts) === 'equal') return other;
    }
  }
  return null;
}
