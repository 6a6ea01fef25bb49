import { describe, expect, it } from 'vitest';
import { CHECK_FORMATS } from '../../server/cli/check-formats.ts';
import { formatGithub } from '../../server/cli/format-github.ts';
import { formatJson } from '../../server/cli/format-json.ts';
import { formatPretty } from '../../server/cli/format-pretty.ts';
import { formatSarif } from '../../server/cli/format-sarif.ts';
import { createPaint } from '../../server/cli/paint.ts';
import { handMadeCheck, recordEntry } from './hand-made-check.ts';

const TEXT = 'A deal.\n\nOpenAI signed a $40bn deal, 34 per cent of it, at $600 billion.\n';

const supported = { text: '$600 billion', verdict: 'supported' } as const;
const suppressed = { text: '34 per cent', suppressed: 'checked by phone' } as const;

describe('formatPretty()', () => {
  it('shows the line, the underline, the record, who says it and the correction', () => {
    expect(`\n${formatPretty(handMadeCheck(TEXT, [{ text: '$40bn', slip: 'scale' }]))}`).toBe(`
draft.md:3:17: conflict (scale): The value of the deal is $38 billion
  3 │ OpenAI signed a $40bn deal, 34 per cent of it, at $600 billion.
    │                 ━━━━━ → $38bn
    │ record   $38 billion, as of 3 November 2025
    │          · “A report”, line 3: “$38 billion”

✗ 1 conflict in 1 draft; 0 figures supported
  1 can be corrected with --fix`);
  });

  it('names each source once, with its lines, and counts those it leaves out', () => {
    const reference = recordEntry('$38bn').references[0];
    if (reference === undefined) throw new Error('The entry has no reference');
    const references = ['a', 'a', 'b', 'c', 'd', 'e'].map((source, index) => ({
      ...reference,
      source,
      line: index + 1,
    }));
    const report = formatPretty(
      handMadeCheck(TEXT, [{ text: '$40bn', record: [recordEntry('$38bn', { references })] }]),
    );
    expect(report).toContain('· “A report”, lines 1 and 2: “$38bn”\n');
    expect(report).toContain('· and 2 more: stet facts show deal.value');
  });

  it('lists what the sources say where they disagree, and offers each', () => {
    const text = '$40bn';
    const span = { start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length };
    const fixes = [
      { span, text: '$38bn', preferred: false, source: 'A report' },
      { span, text: '$39bn', preferred: false, source: 'Another' },
    ];
    const record = [recordEntry('$38 billion'), recordEntry('$39 billion', { rank: 'normal' })];
    const report = formatPretty(
      handMadeCheck(TEXT, [{ text, verdict: 'disputed', record, fixes }]),
    );
    expect(report).toContain('│ also     $39 billion');
    expect(report).toContain('│ or       $38bn (A report)\n    │ or       $39bn (Another)');
    expect(report).toContain('! 1 disputed in 1 draft');
    expect(report).not.toContain('--fix');
  });

  it('shows a correction that stands elsewhere at its place', () => {
    const span = { start: TEXT.indexOf('signed'), end: TEXT.indexOf('signed') + 6 };
    const fixes = [{ span, text: 'has signed', preferred: true, source: null }];
    const report = formatPretty(handMadeCheck(TEXT, [{ text: '$40bn', fixes }]));
    expect(report).toContain('│ correct  has signed at 3:8');
  });

  it('counts what is supported and what stands, and lists it when asked', () => {
    const check = handMadeCheck(TEXT, [supported, suppressed]);
    expect(formatPretty(check)).toBe(
      '✓ Nothing to correct in 1 draft; 1 figure supported, 1 let stand',
    );
    const verbose = formatPretty({ ...check, listsSupported: true });
    expect(verbose).toContain('draft.md:3:51: supported: ');
    expect(verbose).toContain('draft.md:3:29: conflict, let stand: ');
    expect(verbose).toContain('│ stands   checked by phone');
  });

  it('says when nothing is on record', () => {
    expect(formatPretty(handMadeCheck(TEXT, []))).toBe('No figure in 1 draft is on record');
  });

  it('prints no control character of a draft or a pack', () => {
    const text = 'A \u001b[2J$40bn deal';
    const record = [recordEntry('\u001b[31m$38bn')];
    const report = formatPretty(
      handMadeCheck(text, [{ text: '$40bn', message: '\u001b', record }]),
    );
    expect(report).not.toContain('\u001b');
  });

  it('colours where that is wanted', () => {
    const paint = createPaint({ colour: true, unicode: true });
    const report = formatPretty({ ...handMadeCheck(TEXT, [{ text: '$40bn' }]), paint });
    expect(report).toContain('\u001b[31mconflict\u001b[39m');
  });

  it('does without Unicode signs', () => {
    const paint = createPaint({ colour: false, unicode: false });
    const report = formatPretty({ ...handMadeCheck(TEXT, [{ text: '$40bn' }]), paint });
    expect(report).toContain('    |                 ^^^^^ -> $38bn');
  });
});

describe('formatJson()', () => {
  it('gives the published form', () => {
    const report: unknown = JSON.parse(
      formatJson(handMadeCheck(TEXT, [{ text: '$40bn' }, supported])),
    );
    expect(report).toEqual({
      version: 1,
      facts: { statements: 0, sources: 0, revision: 'revision-of-the-test' },
      files: [
        {
          path: 'draft.md',
          asOf: '2025-11-05',
          hints: [],
          claims: [
            {
              range: {
                start: { line: 2, character: 16, offset: 25 },
                end: { line: 2, character: 21, offset: 30 },
              },
              text: '$40bn',
              verdict: 'conflict',
              slip: null,
              statement: 'deal.value',
              message: 'The value of the deal is $38 billion',
              confidence: 0.9,
              record: [
                {
                  statement: 'deal.value',
                  value: '$38 billion',
                  rank: 'preferred',
                  time: '2025-11-03',
                  references: [
                    {
                      source: 'report',
                      title: 'A report',
                      publisher: null,
                      date: null,
                      line: 3,
                      exact: '$38 billion',
                      note: null,
                    },
                  ],
                },
              ],
              fixes: [{ text: '$38bn', preferred: true }],
            },
            expect.objectContaining({ text: '$600 billion', verdict: 'supported', fixes: [] }),
          ],
        },
      ],
      summary: {
        files: 1,
        claims: 2,
        supported: 1,
        conflict: 1,
        disputed: 0,
        outdated: 0,
        overprecise: 0,
        suppressed: 0,
      },
    });
  });

  it('gives a fix its own range only where it has one, and a suppression only where there is one', () => {
    const span = { start: 9, end: 15 };
    const fixes = [{ span, text: 'x', preferred: true, source: null }];
    const check = handMadeCheck(TEXT, [{ text: '$40bn', fixes }, suppressed]);
    expect(JSON.parse(formatJson(check)).files[0].claims).toMatchObject([
      { fixes: [{ range: { start: { line: 2, character: 0, offset: 9 } } }] },
      { suppressed: 'checked by phone' },
    ]);
    expect(JSON.parse(formatJson(check)).summary).toMatchObject({ conflict: 1, suppressed: 1 });
  });
});

describe('formatSarif()', () => {
  it('gives findings with rules, regions from 1, fixes and suppressions', () => {
    const check = handMadeCheck(TEXT, [{ text: '$40bn' }, suppressed, supported]);
    const log = JSON.parse(formatSarif(check));
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: 'stet', semanticVersion: '0.0.0' });
    expect(run.results).toHaveLength(2);
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe(run.results[0].ruleId);
    const region = { startLine: 3, startColumn: 17, endLine: 3, endColumn: 22 };
    expect(run.results[0]).toMatchObject({
      ruleId: 'conflict',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'draft.md' }, region } }],
      fixes: [
        {
          artifactChanges: [
            { replacements: [{ deletedRegion: region, insertedContent: { text: '$38bn' } }] },
          ],
        },
      ],
    });
    expect(run.results[0]).not.toHaveProperty('suppressions');
    expect(run.results[1].suppressions).toEqual([
      { kind: 'inSource', justification: 'checked by phone' },
    ]);
  });
});

describe('formatGithub()', () => {
  it('gives a workflow command for each finding, with its signs escaped', () => {
    const message = '50%: "a"\nor, b';
    const check = handMadeCheck(TEXT, [{ text: '$40bn', message }, suppressed, supported]);
    expect(formatGithub(check)).toBe(
      '::error file=draft.md,line=3,endLine=3,col=17,endColumn=22,title=stet%3A conflict::50%25: "a"%0Aor, b',
    );
  });

  it('is empty without findings', () => {
    expect(formatGithub(handMadeCheck(TEXT, [supported]))).toBe('');
  });
});

it('CHECK_FORMATS prints the same verdicts in every format', () => {
  const check = handMadeCheck(TEXT, [{ text: '$40bn' }]);
  for (const format of Object.values(CHECK_FORMATS)) expect(format(check)).toContain('conflict');
});
