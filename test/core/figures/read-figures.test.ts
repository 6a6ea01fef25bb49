import { describe, expect, it } from 'vitest';
import { checkFigures } from './check-figures.ts';

describe('readFigures()', () => {
  it('reads a figure with its unit, its scale and its rounding', () => {
    expect(checkFigures('A seven-year, $38.0bn lease of 6 gigawatts (up 4 %).')).toBe(
      `
A seven-year, $38.0bn lease of 6 gigawatts (up 4 %).
  ^^^^^^^^^^ duration a 7 [6.5, 7.5)
              ^^^^^^^ money USD 38000000000 [37950000000, 38050000000)
                               ^^^^^^^^^^^ quantity W 6000000000 [5500000000, 6500000000)
                                               ^^^ percent % 0.04 [0.035, 0.045)`.trim(),
    );
  });

  it('leaves the hedge out of the span and into the interval', () => {
    expect(checkFigures('It took nearly $10 million, then $20m or more.')).toBe(
      `
It took nearly $10 million, then $20m or more.
               ^^^^^^^^^^^ money USD 10000000 [9500000, 10000000] nearly
                                 ^^^^ money USD 20000000 [20000000, 30000000) over`.trim(),
    );
  });

  it('holds a pack to its hedges more narrowly than a draft', () => {
    expect(checkFigures('nearly $10 million', 'pack')).toContain('[9700000, 10000000]');
  });

  it('gives number words the unit one, and a half the half', () => {
    expect(checkFigures('forty ships in seven and a half years')).toBe(
      `
forty ships in seven and a half years
^^^^^ count 40 [39.5, 40.5)
               ^^^^^^^^^^^^^^^^^^^^^^ duration a 7.5 [7.25, 7.75)`.trim(),
    );
  });

  it('reads a range with the scale and unit that only its end carries', () => {
    expect(checkFigures('between 30 and 40 gigawatts for $13–14 billion')).toBe(
      `
between 30 and 40 gigawatts for $13–14 billion
        ^^^^^^^^^^^^^^^^^^^ quantity W 30000000000 [29500000000, 40500000000) range
                                ^^^^^^^^^^^^^^ money USD 13000000000 [12500000000, 14500000000) range`.trim(),
    );
  });

  it('takes a year that is not written from the day of the draft', () => {
    expect(checkFigures('on November 3, by December, in May 2024')).toBe(
      `
on November 3, by December, in May 2024
   ^^^^^^^^^^ date 2025-11-03 year inferred
                  ^^^^^^^^ date 2025-12 year inferred
                               ^^^^^^^^ date 2024-05`.trim(),
    );
  });

  it('reads a sign as a direction and a dash between words as none', () => {
    expect(checkFigures('-4 % and +5 %, profit-7 % of it')).toBe(
      `
-4 % and +5 %, profit-7 % of it
^^^^ percent % -0.04 [-0.045, -0.035) down
         ^^^^ percent % 0.05 [0.045, 0.055) up`.trim(),
    );
  });

  it('reads names that look like versions letter for letter', () => {
    expect(checkFigures('version 17.2 of v3 and 16.2.1, but a V12')).toBe(
      `
version 17.2 of v3 and 16.2.1, but a V12
        ^^^^ version
                ^^ version
                       ^^^^^^ version`.trim(),
    );
  });

  it('leaves numerals alone that no one reads, and stays exact in those of forty digits', () => {
    const forty = '1234567890'.repeat(4);
    expect(checkFigures(`${forty} loaves`)).toContain(`${'^'.repeat(40)} count ${Number(forty)}`);
    expect(checkFigures(`${forty}1 loaves`)).toBe(`${forty}1 loaves`);
  });
});
