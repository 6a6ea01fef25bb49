import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ReportClaim } from '../../server/service/check-report.ts';
import { runStet } from './run-stet.ts';

const ROOT = join(import.meta.dirname, '../..');

it('the sample draft shows a writer every verdict and nothing that is right', async () => {
  const run = await runStet(['check', 'docs/sample-draft.md', '--format', 'json'], ROOT);
  const claims: readonly ReportClaim[] = JSON.parse(run.stdout).files[0].claims;
  const wrong = claims.filter(({ verdict }) => verdict !== 'supported');
  const found = wrong.map(({ text, verdict, slip, fixes, suppressed }) => {
    const fix = fixes.find(({ preferred }) => preferred)?.text;
    return [text, suppressed === undefined ? verdict : 'let stand', slip, fix];
  });
  expect(found).toEqual([
    ['five-year', 'conflict', null, 'seven-year'],
    ['November 4', 'conflict', null, 'November 3'],
    ['GB200 and H100', 'conflict', 'model', 'GB300'],
    ['Andy Jassy', 'conflict', 'person', 'Matt Garman'],
    ['$250 billion', 'conflict', 'attribution', '$300 billion'],
    ['$300 billion', 'conflict', 'attribution', '$250 billion'],
    ['6 megawatts', 'conflict', 'scale', '6 gigawatts'],
    ['$1.5 trillion', 'let stand', null, undefined],
    ['$500 million', 'conflict', 'scale', '$500 billion'],
    ['$13.1 billion', 'overprecise', null, '$13 billion'],
    ['$90 billion', 'disputed', null, undefined],
    ['$140 billion', 'disputed', null, undefined],
    ['0.15%', 'conflict', 'sign', 'lost'],
    ['19 percentage points', 'conflict', 'points', '19 per cent'],
    ['$108.2 billion', 'conflict', 'transposed', '$180.2 billion'],
    ['34 per cent', 'outdated', null, '29 per cent'],
    ['$83bn', 'conflict', 'transposed', '$38bn'],
    ['$10 billion', 'conflict', 'scale', '$100 billion'],
  ]);
  expect(claims.length - wrong.length).toBeGreaterThan(20);
});
