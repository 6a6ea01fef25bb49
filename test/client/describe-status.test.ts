import { describe, expect, it } from 'vitest';
import { describeStatus } from '../../client/describe-status.ts';
import type { StatusParams, VerdictCounts } from '../../server/lsp/protocol.ts';
import { countsOf } from './counts-of.ts';

function checkStatus(counts: Partial<VerdictCounts>, rest: Partial<StatusParams> = {}) {
  const status = {
    uri: 'file:///draft.md',
    version: 1,
    reason: null,
    cause: null,
    notes: [],
    ...rest,
  };
  return describeStatus({ ...status, counts: countsOf(counts) });
}

describe('describeStatus()', () => {
  it('names the two worst verdicts that a writer must act on', () => {
    const { text } = checkStatus({ supported: 9, overprecise: 1, outdated: 2, conflict: 3 });
    expect(text).toBe('$(checklist) Stet: 3 conflicts, 2 outdated');
  });

  it('says that figures stand, the ones let stand among them', () => {
    expect(checkStatus({ supported: 1 }).text).toBe('$(pass) Stet: 1 figure stands');
    expect(checkStatus({ supported: 4, suppressed: 1 }).text).toBe('$(pass) Stet: 5 figures stand');
  });

  it('does not praise a draft without figures on record', () => {
    const shown = checkStatus({});
    expect(shown.text).toBe('$(checklist) Stet: no figure on record');
    expect(shown.rows).toEqual([]);
  });

  it('lists each verdict that occurs, with its count', () => {
    const shown = checkStatus({ supported: 2, conflict: 1, suppressed: 1 });
    expect(shown.headline).toBe('4 figures of this draft are on record');
    expect(shown.rows).toEqual([
      ['Conflict', 1],
      ['Supported', 2],
      ['Let stand', 1],
    ]);
  });

  it('says that checking is paused', () => {
    const shown = checkStatus({}, { reason: 'Checking is paused for this file', cause: 'paused' });
    expect(shown.text).toBe('$(debug-pause) Stet: paused');
    expect(shown.headline).toBe('Checking is paused for this file');
  });

  it('gives the reason for silence in place of counts', () => {
    const shown = checkStatus({ conflict: 3 }, { reason: 'Checking is off for this folder' });
    expect(shown.text).toBe('$(circle-slash) Stet: not checked');
    expect(shown.headline).toBe('Checking is off for this folder');
    expect(shown.rows).toEqual([]);
  });

  it('is limited when the server notes a fault, and only then', () => {
    expect(checkStatus({ supported: 1 }).isLimited).toBe(false);
    const limited = checkStatus({ supported: 1 }, { notes: ['facts/pack.yaml has errors'] });
    expect(limited.isLimited).toBe(true);
    expect(limited.notes).toEqual(['facts/pack.yaml has errors']);
  });
});
