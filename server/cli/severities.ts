import type { FindingVerdict } from '../service/index.ts';

/** How grave a verdict is in formats that know three levels. */
export const SEVERITIES: Readonly<Record<FindingVerdict, 'error' | 'warning' | 'note'>> = {
  conflict: 'error',
  outdated: 'warning',
  disputed: 'note',
  overprecise: 'note',
};

/** From the gravest to the least: `--fail-on` takes one of them with all those before it. */
export const VERDICTS_BY_GRAVITY: readonly FindingVerdict[] = [
  'conflict',
  'outdated',
  'disputed',
  'overprecise',
];
