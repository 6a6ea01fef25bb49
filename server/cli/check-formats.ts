import type { FactBase } from '../core/facts/fact-base.ts';
import type { CheckedDraft } from '../service/check-report.ts';
import { formatGithub } from './format-github.ts';
import { formatJson } from './format-json.ts';
import { formatPretty } from './format-pretty.ts';
import { formatSarif } from './format-sarif.ts';
import type { Paint } from './paint.ts';

/** What a check found, and how its report is dressed. */
export interface CheckResult {
  readonly checked: readonly CheckedDraft[];
  readonly facts: FactBase;
  readonly stetVersion: string;
  readonly paint: Paint;
  readonly columns: number;
  /** Whether supported claims are listed too. */
  readonly listsSupported: boolean;
  /** How many figures `--fix` has corrected just before. */
  readonly corrected: number;
}

/** The formats of `stet check`; each gives the whole report. A new one is a file and a line here. */
export const CHECK_FORMATS: Readonly<Record<string, (result: CheckResult) => string>> = {
  pretty: formatPretty,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
};
