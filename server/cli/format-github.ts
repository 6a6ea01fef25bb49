import type { ReportClaim } from '../service/check-report.ts';
import { toCheckReport } from '../service/check-report.ts';
import type { CheckResult } from './check-formats.ts';
import { SEVERITIES } from './severities.ts';

/**
 * Workflow commands that GitHub Actions shows as annotations on the changed lines.
 * Source: docs.github.com, "Workflow commands for GitHub Actions"; lines and columns count from 1.
 */
export function formatGithub({ checked, facts }: CheckResult): string {
  const { files } = toCheckReport(checked, facts);
  return files
    .flatMap(({ path, claims }) => claims.flatMap((claim) => annotation(path, claim)))
    .join('\n');
}

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

function annotation(path: string, claim: ReportClaim): readonly string[] {
  const { verdict, suppressed, range, slip } = claim;
  if (verdict === 'supported' || suppressed !== undefined) return [];
  const properties = {
    file: path,
    line: range.start.line + 1,
    endLine: range.end.line + 1,
    // GitHub refuses columns where an annotation covers several lines.
    ...(range.start.line === range.end.line
      ? { col: range.start.character + 1, endColumn: range.end.character + 1 }
      : {}),
    title: `stet: ${verdict}${slip === null ? '' : ` (${slip})`}`,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return [`::${COMMANDS[SEVERITIES[verdict]]} ${list.join(',')}::${message(claim.message)}`];
}

function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
  return message(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
