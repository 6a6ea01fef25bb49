import {
  type ReportClaim,
  type ReportFile,
  type ReportRange,
  toCheckReport,
} from '../service/check-report.ts';
import type { FindingVerdict } from '../service/index.ts';
import type { CheckResult } from './check-formats.ts';
import { SEVERITIES, VERDICTS_BY_GRAVITY } from './severities.ts';

const RULES: Readonly<Record<FindingVerdict, string>> = {
  conflict: 'No sourced value of that subject, property and time agrees with the figure',
  outdated: 'The figure was right at an earlier time and is stated as current',
  disputed: 'The sources disagree about the figure, or it agrees only with a minority of them',
  overprecise: 'The figure is finer than any source supports',
};

/**
 * SARIF 2.1.0, which code-scanning services and editors read.
 * Source: OASIS SARIF 2.1.0; lines and columns count from 1, columns in UTF-16 code units.
 */
export function formatSarif({ checked, facts, stetVersion }: CheckResult): string {
  const { files } = toCheckReport(checked, facts);
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'stet', semanticVersion: stetVersion, rules: rules() } },
          columnKind: 'utf16CodeUnits',
          results: files.flatMap((file) => file.claims.flatMap((claim) => result(file, claim))),
        },
      ],
    },
    null,
    2,
  );
}

function rules() {
  return VERDICTS_BY_GRAVITY.map((verdict) => ({
    id: verdict,
    shortDescription: { text: RULES[verdict] },
    defaultConfiguration: { level: SEVERITIES[verdict] },
  }));
}

function result({ path }: ReportFile, claim: ReportClaim): readonly object[] {
  const { verdict, suppressed, suppressedBy } = claim;
  if (verdict === 'supported') return [];
  return [
    {
      ruleId: verdict,
      ruleIndex: VERDICTS_BY_GRAVITY.indexOf(verdict),
      level: SEVERITIES[verdict],
      message: { text: claim.message },
      locations: [
        { physicalLocation: { artifactLocation: { uri: uri(path) }, region: region(claim.range) } },
      ],
      // Services match results between runs by this; it must not change when lines move.
      partialFingerprints: { 'stetClaim/v1': `${claim.statement}:${claim.text}` },
      ...(suppressed === undefined
        ? {}
        : { suppressions: [suppression(suppressed, suppressedBy)] }),
      ...(claim.fixes.length === 0 ? {} : { fixes: fixes(path, claim) }),
      properties: {
        statement: claim.statement,
        slip: claim.slip,
        confidence: claim.confidence,
        record: claim.record,
      },
    },
  ];
}

/** Source: SARIF 2.1.0, 3.35: `external` is what stands outside of the file that the result is about. */
function suppression(justification: string, by: ReportClaim['suppressedBy']): object {
  return { kind: by === 'baseline' ? 'external' : 'inSource', justification };
}

function fixes(path: string, claim: ReportClaim): readonly object[] {
  return claim.fixes.map((fix) => ({
    description: { text: `Change to ${fix.text}` },
    artifactChanges: [
      {
        artifactLocation: { uri: uri(path) },
        replacements: [
          {
            deletedRegion: region(fix.range ?? claim.range),
            insertedContent: { text: fix.text },
          },
        ],
      },
    ],
  }));
}

function region({ start, end }: ReportRange): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function uri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
