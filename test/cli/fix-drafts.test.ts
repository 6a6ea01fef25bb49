import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planFixes, writeFixes } from '../../server/cli/fix-drafts.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { handMadeCheck } from './hand-made-check.ts';

const TEXT = 'A $40bn deal of $40 billion.\n';

describe('planFixes()', () => {
  it('takes the preferred correction of what does not stand, and of two that overlap the first', () => {
    const wide = { span: { start: 0, end: 7 }, text: 'One $38bn', preferred: true, source: null };
    const [planned] = plan([
      { text: '$40bn', fixes: [wide] },
      { text: '$40bn' },
      { text: '$40 billion', suppressed: 'so' },
    ]);
    expect(planned?.text).toBe('One $38bn deal of $40 billion.\n');
    expect(planned?.edits).toHaveLength(1);
  });

  it('leaves to the writer what is disputed, and what is only finer than the record', () => {
    const span = { start: 2, end: 7 };
    const fixes = [{ span, text: '$38bn', preferred: true, source: null }];
    expect(plan([{ text: '$40bn', verdict: 'disputed', fixes }])[0]?.edits).toEqual([]);
    expect(plan([{ text: '$40bn', verdict: 'overprecise', fixes }])[0]?.edits).toEqual([]);
    expect(plan([{ text: '$40bn', verdict: 'outdated', fixes }])[0]?.edits).toHaveLength(1);
  });
});

describe('writeFixes()', () => {
  it('writes the corrected text', async () => {
    const file = join(temporaryFolder({ 'draft.md': TEXT }), 'draft.md');
    const [fixed] = await writeFixes(plan([{ text: '$40bn' }], file));
    expect(fixed?.issue).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe('A $38bn deal of $40 billion.\n');
  });

  it('touches no file that was changed in the meantime', async () => {
    const file = join(temporaryFolder({ 'draft.md': TEXT }), 'draft.md');
    const planned = plan([{ text: '$40bn' }], file);
    writeFileSync(file, 'The writer went on.');
    const [fixed] = await writeFixes(planned);
    expect(fixed?.issue).toMatchObject({ code: 'changed', file });
    expect(readFileSync(file, 'utf8')).toBe('The writer went on.');
  });

  it('says so when a file cannot be written', async () => {
    const file = join(temporaryFolder({ 'draft.md': TEXT }), 'draft.md');
    const planned = plan([{ text: '$40bn' }], file);
    rmSync(file);
    const [fixed] = await writeFixes(planned);
    expect(fixed?.issue).toMatchObject({ code: 'unwritable', file });
  });
});

function plan(claims: Parameters<typeof handMadeCheck>[1], file: string | null = null) {
  const { checked } = handMadeCheck(TEXT, claims);
  return planFixes(checked.map((draft) => ({ ...draft, file, hasByteOrderMark: false })));
}
