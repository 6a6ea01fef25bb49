import type { Figure } from '../core/figures/figure.ts';
import { type Amount, ONE } from '../core/figures/interval.ts';
import { describeAmount } from './describe-amount.ts';

const powersOfTen: readonly (readonly [bigint, string])[] = [
  [10n, 'ten'],
  [100n, 'a hundred'],
  [1000n, 'a thousand'],
  [1_000_000n, 'a million'],
];

/** Beyond this ratio a percentage says less than "five times". */
const percentLimit = 3n;

/**
 * How far a draft's figure is from the record's, in words: `ten times too large`, `5.3 % above the record`,
 * `two days late`. Undefined where it cannot be said: names, other units, no difference.
 */
export function describeDifference(figure: Figure, record: Figure): string | undefined {
  if (figure.kind !== record.kind || figure.unit !== record.unit) return undefined;
  if (figure.kind === 'date') return dateDifference(figure, record);
  const { value } = figure;
  const recorded = record.value;
  if (value === null || recorded === null || value === recorded) return undefined;
  if (figure.kind === 'percent' || figure.kind === 'percentage-point') {
    const points = describeAmount(sizeOf(value - recorded), { kind: 'percentage-point', unit: '' });
    return `${points} ${value > recorded ? 'above' : 'below'} the record`;
  }
  if (figure.kind === 'duration') {
    const length = describeAmount(sizeOf(value - recorded), figure);
    return `${length} ${value > recorded ? 'more' : 'less'} than the record`;
  }
  return value > 0n && recorded > 0n ? ratioDifference(value, recorded) : undefined;
}

function ratioDifference(value: Amount, recorded: Amount): string {
  const [larger, smaller] = value > recorded ? [value, recorded] : [recorded, value];
  const slip = powersOfTen.find(([factor]) => smaller * factor === larger);
  if (slip !== undefined) return `${slip[1]} times too ${value > recorded ? 'large' : 'small'}`;
  if (value > recorded * percentLimit) return `${rounded(value, recorded)} times the record`;
  const share = describeShare((sizeOf(value - recorded) * ONE) / recorded);
  return `${share} ${value > recorded ? 'above' : 'below'} the record`;
}

/** Whole days between two single days; longer stretches are not compared. */
function dateDifference(figure: Figure, record: Figure): string | undefined {
  const from = singleDay(record);
  const to = singleDay(figure);
  if (from === undefined || to === undefined || from === to) return undefined;
  const days = to > from ? to - from : from - to;
  return `${days} day${days === 1n ? '' : 's'} ${to > from ? 'after' : 'before'} the record`;
}

function singleDay({ interval }: Figure): bigint | undefined {
  if (interval === null || interval.max - interval.min !== ONE) return undefined;
  return interval.min / ONE;
}

/** A share with one decimal below ten per cent and none above. */
function describeShare(share: Amount): string {
  const step = share < ONE / 10n ? ONE / 1000n : ONE / 100n;
  const nearest = ((share + step / 2n) / step) * step;
  return nearest === 0n
    ? 'less than 0.1 %'
    : describeAmount(nearest, { kind: 'percent', unit: '%' });
}

function rounded(value: Amount, recorded: Amount): string {
  return describeAmount(((value * 10n + recorded / 2n) / recorded) * (ONE / 10n), {
    kind: 'ratio',
    unit: '',
  });
}

function sizeOf(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}
