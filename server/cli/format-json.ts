import { toCheckReport } from '../service/check-report.ts';
import type { CheckResult } from './check-formats.ts';

/** The published JSON of `stet check`, version 1. */
export function formatJson({ checked, facts }: CheckResult): string {
  return JSON.stringify(toCheckReport(checked, facts), null, 2);
}
