import { describe, expect, it } from 'vitest';
import { checkNames } from './check-mentions.ts';

describe('readNames()', () => {
  it('reads the values that a property may have', () => {
    expect(`\n${checkNames('There Astrid Berg chose the K12 in Tarn, not Norvik.')}`).toBe(`
There Astrid Berg chose the K12 in Tarn, not Norvik.
      ^^^^^^^^^^^ person berg
                            ^^^ engine k12
                                   ^^^^ place tarn`);
  });

  it('reads names of one sort that are joined as one', () => {
    expect(`\n${checkNames('They fitted K12 and K16, then K20/K12 engines there.')}`).toBe(`
They fitted K12 and K16, then K20/K12 engines there.
            ^^^^^^^^^^^ engine k12 and k16
                              ^^^^^^^ engine k20 and k12`);
  });

  it('joins them over an article, and over no other word', () => {
    expect(`\n${checkNames('They fitted the K12 and the K16, then K20 and a K12 there.')}`).toBe(`
They fitted the K12 and the K16, then K20 and a K12 there.
                ^^^^^^^^^^^^^^^ engine k12 and k16
                                      ^^^ engine k20
                                                ^^^ engine k12`);
  });

  it('keeps persons apart, and names of two sorts', () => {
    expect(`\n${checkNames('They saw Astrid Berg and Ingmar Holt, K12 and Tarn again.')}`).toBe(`
They saw Astrid Berg and Ingmar Holt, K12 and Tarn again.
         ^^^^^^^^^^^ person berg
                         ^^^^^^^^^^^ person holt
                                      ^^^ engine k12
                                              ^^^^ place tarn`);
  });

  it('knows an unlisted name by its shape, and with it no member of a set', () => {
    expect(`\n${checkNames('They fitted the K99, then K12 and W345 engines.')}`).toBe(`
They fitted the K99, then K12 and W345 engines.
                ^^^ engine
                          ^^^^^^^^^^^^ engine`);
  });

  it.each([
    'They fitted K9, K999, k99 and KX9 engines.',
    'They sailed by Mossby and Tarnish there.',
  ])('leaves %j alone', (text) => {
    expect(checkNames(text)).toBe(text);
  });

  it('reads the plural of a listed name as that name', () => {
    expect(checkNames('They fitted many K12s.')).toContain('^^^^ engine k12');
  });
});
