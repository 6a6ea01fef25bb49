import type { StatusParams, VerdictCounts } from '../server/lsp/protocol.ts';
import { countClaims, describeFindings, describeNumber } from './describe-counts.ts';

const SHOWN_VERDICTS = 2; // the status bar is narrow; the tooltip has them all

/** What the status item shows of a draft, without any of the editor's types. */
export interface StatusText {
  /** The item's text, with a `$(codicon)`. */
  readonly text: string;
  /** The first line of the tooltip. */
  readonly headline: string;
  /** Verdicts with their counts, in the order shown; empty when nothing was checked. */
  readonly rows: readonly (readonly [label: string, count: number])[];
  /** What limits the check. */
  readonly notes: readonly string[];
  /** Whether something is wrong with the check itself, which the item is then coloured for. */
  readonly isLimited: boolean;
}

/** Put the server's word on one draft into the words of the status item. */
export function describeStatus(status: StatusParams): StatusText {
  const { counts, notes, reason, cause } = status;
  const isLimited = notes.length > 0;
  if (reason !== null) {
    return {
      text:
        cause === 'paused' ? '$(debug-pause) Stet: paused' : '$(circle-slash) Stet: not checked',
      headline: reason,
      rows: [],
      notes,
      isLimited,
    };
  }
  return {
    text: itemText(counts),
    headline: headline(counts),
    rows: rows(counts),
    notes,
    isLimited,
  };
}

function itemText(counts: VerdictCounts): string {
  const findings = describeFindings(counts, { atMost: SHOWN_VERDICTS });
  if (findings !== '') return `$(checklist) Stet: ${findings}`;
  if (countClaims(counts) === 0) return '$(checklist) Stet: no figure on record';
  const standing = counts.supported + counts.suppressed;
  return `$(pass) Stet: ${describeNumber(standing, 'figure')} ${standing === 1 ? 'stands' : 'stand'}`;
}

function headline(counts: VerdictCounts): string {
  const claims = countClaims(counts);
  if (claims === 0) return 'This draft states no figure that is on record';
  return `${describeNumber(claims, 'figure')} of this draft ${claims === 1 ? 'is' : 'are'} on record`;
}

function rows(counts: VerdictCounts): StatusText['rows'] {
  const all = [
    ['Conflict', counts.conflict],
    ['Outdated', counts.outdated],
    ['Disputed', counts.disputed],
    ['Overprecise', counts.overprecise],
    ['Supported', counts.supported],
    ['Let stand', counts.suppressed],
  ] as const;
  return all.filter(([, count]) => count > 0);
}
