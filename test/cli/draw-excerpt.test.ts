import { describe, expect, it } from 'vitest';
import { drawExcerpt } from '../../server/cli/draw-excerpt.ts';
import { createPaint } from '../../server/cli/paint.ts';
import { indexLines } from '../../server/core/text/line-map.ts';

describe('drawExcerpt()', () => {
  it('underlines the figure in its line', () => {
    expect(drawn('One.\nA $40bn deal.', '$40bn')).toEqual([
      '  2 │ A $40bn deal.',
      '    │   ━━━━━ → $38bn',
    ]);
  });

  it('reaches the figure past tabs and wide characters', () => {
    expect(drawn('\t日本 é $40bn', '$40bn')).toEqual([
      '  1 │     日本 é $40bn',
      '    │            ━━━━━ → $38bn',
    ]);
  });

  it('cuts a long line at words around the figure', () => {
    const text = `${'before '.repeat(30)}$40bn${' after'.repeat(30)}`;
    const [line = '', mark = ''] = drawn(text, '$40bn');
    expect(line).toMatch(/^ {2}1 │ … before .*before \$40bn after .*after …$/);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(mark.indexOf('━')).toBe(line.indexOf('$40bn'));
  });

  it.each([
    ['start', `$40bn${' after'.repeat(30)}`, / │ \$40bn after.*…$/],
    ['end', `${'before '.repeat(30)}$40bn`, / │ … before.*\$40bn$/],
  ])('cuts one side only where the figure stands at the %s', (_, text, form) => {
    const [line = '', mark = ''] = drawn(text, '$40bn');
    expect(line).toMatch(form);
    expect(line.length).toBeGreaterThan(45);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(mark.indexOf('━')).toBe(line.indexOf('$40bn'));
  });

  it('cuts a line without blanks too', () => {
    const text = `${'x'.repeat(200)}$40bn${'y'.repeat(200)}`;
    const [line = '', mark = ''] = drawn(text, '$40bn');
    expect(line.length).toBeLessThanOrEqual(60);
    expect(mark.indexOf('━')).toBe(line.indexOf('$40bn'));
  });

  it('draws every line of a figure that runs over two, the label once', () => {
    expect(drawn('for seven\nyears now', 'seven\nyears')).toEqual([
      '  1 │ for seven',
      '    │     ━━━━━',
      '  2 │ years now',
      '    │ ━━━━━ → $38bn',
    ]);
  });

  it('marks a place without width', () => {
    expect(drawn('abc', '')).toEqual(['  1 │ abc', '    │ ━ → $38bn']);
  });
});

function drawn(text: string, figure: string): readonly string[] {
  const start = text.indexOf(figure);
  const span = { start, end: start + figure.length };
  return drawExcerpt(indexLines(text), span, {
    paint: createPaint({ colour: false, unicode: true }),
    mark: (marked) => marked,
    columns: 60,
    gutter: 3,
    label: '→ $38bn',
  });
}
