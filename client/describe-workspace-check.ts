import type { CheckWorkspaceResult } from '../server/lsp/protocol.ts';
import { countClaims, describeFindings, describeNumber } from './describe-counts.ts';

const SKIPPED_NAMED = 3; // more would not fit a notification; the log has them all

/** The outcome of a workspace check in one message; `nameOf` turns a URI into what people call the file. */
export function describeWorkspaceCheck(
  result: CheckWorkspaceResult,
  nameOf: (uri: string) => string,
): { readonly message: string; readonly hasFindings: boolean } {
  const findings = describeFindings(result.counts);
  const stopped = result.cancelled ? 'Stopped. ' : '';
  const drafts = describeNumber(result.files, 'draft');
  return {
    message: `${stopped}${drafts} checked: ${findings || nothingFound(result)}${skipped(result, nameOf)}`,
    hasFindings: findings !== '',
  };
}

function nothingFound({ counts }: CheckWorkspaceResult): string {
  const claims = countClaims(counts);
  return claims === 0
    ? 'no figure is on record'
    : `${describeNumber(claims, 'figure')} on record, all stand`;
}

function skipped({ skipped }: CheckWorkspaceResult, nameOf: (uri: string) => string): string {
  if (skipped.length === 0) return '';
  const named = skipped
    .slice(0, SKIPPED_NAMED)
    .map(({ uri, reason }) => `${nameOf(uri)} (${reason})`);
  const more = skipped.length - named.length;
  return `. Left out: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
