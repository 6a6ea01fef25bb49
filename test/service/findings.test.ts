import { describe, expect, it } from 'vitest';
import { addCounts, countVerdicts, findings } from '../../server/service/index.ts';
import { allShown, claim, snapshot, spanOf } from './hand-made.ts';

const text = 'Acme pays $40bn, then $41bn, then $42bn.';

describe('findings()', () => {
  it('gives each verdict the level of the settings', () => {
    const draft = snapshot(text, [
      claim(text, '$40bn'),
      claim(text, '$41bn', { verdict: 'disputed', slip: 'scale' }),
    ]);
    expect(findings(draft, allShown)).toMatchObject([
      { span: spanOf(text, '$40bn'), code: 'conflict', severity: 'error', slip: null },
      { span: spanOf(text, '$41bn'), code: 'disputed', severity: 'information', slip: 'scale' },
    ]);
  });

  it('leaves out what is supported, let stand or turned off', () => {
    const draft = snapshot(text, [
      claim(text, '$40bn', { verdict: 'supported' }),
      claim(text, '$41bn', { suppressed: 'checked with Ann' }),
      claim(text, '$42bn', { verdict: 'outdated' }),
    ]);
    expect(findings(draft, { ...allShown, outdated: 'off' })).toEqual([]);
    expect(findings(draft, allShown)).toHaveLength(1);
  });

  it('names the record and the file that states it', () => {
    const [finding] = findings(snapshot(text, [claim(text, '$40bn')]), allShown);
    expect(finding?.record).toEqual([
      {
        statement: 'acme.value',
        file: '/packs/acme.yaml',
        message:
          'The record says $38 billion, as of 3 November 2025 (preferred): “The Acme ledger”, line 3: “$38bn”',
      },
    ]);
  });

  it('shows a suppression that does nothing as a hint, in the order of the text', () => {
    const span = { start: 0, end: 4 };
    const hints = [{ span, kind: 'unused', message: 'It lets nothing stand' }] as const;
    const found = findings(snapshot(text, [claim(text, '$40bn')], { hints }), allShown);
    expect(found).toMatchObject([
      { span, code: 'suppression-unused', severity: 'hint', statement: null, unnecessary: true },
      { code: 'conflict', unnecessary: false },
    ]);
  });
});

describe('countVerdicts()', () => {
  it('counts what is let stand apart from its verdict', () => {
    const draft = snapshot(text, [
      claim(text, '$40bn'),
      claim(text, '$41bn', { suppressed: '' }),
      claim(text, '$42bn', { verdict: 'supported' }),
    ]);
    const counts = countVerdicts(draft);
    expect(counts).toEqual({
      supported: 1,
      conflict: 1,
      disputed: 0,
      outdated: 0,
      overprecise: 0,
      suppressed: 1,
    });
    expect(addCounts(counts, counts)).toMatchObject({ supported: 2, conflict: 2, disputed: 0 });
  });
});
