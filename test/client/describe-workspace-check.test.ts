import { describe, expect, it } from 'vitest';
import { describeWorkspaceCheck } from '../../client/describe-workspace-check.ts';
import type { CheckWorkspaceResult } from '../../server/lsp/protocol.ts';
import { countsOf } from './counts-of.ts';

const nameOf = (uri: string) => uri.replace('file:///', '');

function checkMessage(result: Partial<CheckWorkspaceResult>) {
  const whole = { files: 1, counts: countsOf({}), skipped: [], cancelled: false, ...result };
  return describeWorkspaceCheck(whole, nameOf);
}

describe('describeWorkspaceCheck()', () => {
  it('says how many drafts were checked, and what was found', () => {
    const found = checkMessage({ files: 12, counts: countsOf({ conflict: 1, disputed: 2 }) });
    expect(found).toEqual({
      message: '12 drafts checked: 1 conflict, 2 disputed',
      hasFindings: true,
    });
  });

  it('tells drafts whose figures stand from drafts without figures on record', () => {
    expect(checkMessage({ counts: countsOf({ supported: 2 }) })).toEqual({
      message: '1 draft checked: 2 figures on record, all stand',
      hasFindings: false,
    });
    expect(checkMessage({}).message).toBe('1 draft checked: no figure is on record');
  });

  it('says that it was stopped', () => {
    expect(checkMessage({ cancelled: true }).message).toMatch(/^Stopped\. 1 draft checked/);
  });

  it('names drafts that were left out, three at most, with the reason', () => {
    const skipped = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
      uri: `file:///${name}.md`,
      reason: 'not UTF-8',
    }));
    expect(checkMessage({ skipped: skipped.slice(0, 1) }).message).toMatch(
      /\. Left out: a\.md \(not UTF-8\)$/,
    );
    expect(checkMessage({ skipped }).message).toMatch(/c\.md \(not UTF-8\) and 2 more$/);
  });
});
