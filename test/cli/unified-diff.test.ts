import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits, unifiedDiff } from '../../server/cli/unified-diff.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('unifiedDiff()', () => {
  it('shows the lines that change, with two around them', () => {
    const text = 'one\ntwo\nthree\na $40bn deal\nfive\nsix\nseven\n';
    expect(unifiedDiff('draft.md', text, [edit(text, '$40bn', '$38bn')])).toBe(
      [
        '--- a/draft.md',
        '+++ b/draft.md',
        '@@ -2,5 +2,5 @@',
        ' two',
        ' three',
        '-a $40bn deal',
        '+a $38bn deal',
        ' five',
        ' six',
        '',
      ].join('\n'),
    );
  });

  it('is empty without edits', () => {
    expect(unifiedDiff('draft.md', 'one\n', [])).toBe('');
  });

  it.each([
    ['near each other', 'a 1\nb\nc 2\n', ['1', '2']],
    ['far apart', `a 1\n${'x\n'.repeat(20)}c 2\nd\n`, ['1', '2']],
    ['on one line', 'a 1 and 2\n', ['1', '2']],
    ['without a last line end', 'a 1\nb 2', ['1', '2']],
    ['with CRLF', 'a 1\r\nb\r\nc 2\r\n', ['1', '2']],
    ['over a line end', 'a seven\nyears 2\nb\n', ['seven\nyears', '2']],
  ])('is what patch takes: %s', (_, text, figures) => {
    const edits = figures.map((figure) => edit(text, figure, 'new'));
    const folder = temporaryFolder({
      'draft.md': text,
      'change.diff': unifiedDiff('draft.md', text, edits),
    });
    execFileSync('git', ['apply', '--whitespace=nowarn', 'change.diff'], { cwd: folder });
    expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(applyEdits(text, edits));
  });
});

function edit(text: string, figure: string, replacement: string) {
  const start = text.indexOf(figure);
  return { span: { start, end: start + figure.length }, text: replacement };
}
