import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../client/escape-markdown.ts';

describe('escapeMarkdown()', () => {
  it('disarms links, icons, emphasis and HTML', () => {
    expect(escapeMarkdown('[x](command:y) $(z) *a* <b> `c`')).toBe(
      '\\[x\\]\\(command\\:y\\) \\$\\(z\\) \\*a\\* \\<b\\> \\`c\\`',
    );
  });

  it('keeps words and spaces, and makes one line of several', () => {
    expect(escapeMarkdown('facts\npack yaml, é')).toBe('facts pack yaml\\, é');
  });
});
