import { describe, expect, it } from 'vitest';
import { checkMentions } from './check-mentions.ts';

describe('readMentions()', () => {
  it('reads names, descriptions, nouns and cues in one pass', () => {
    expect(
      `\n${checkMentions("Norvik's ferry line, the firm in the pact, employs people.")}`,
    ).toBe(`
Norvik's ferry line, the firm in the pact, employs people.
^^^^^^ name norvik possessive
         ^^^^^^^^^^ noun norvik
                         ^^^^ noun company definite
                                     ^^^^ noun deal/term definite
                                           ^^^^^^^ cue staff attributive
                                                   ^^^^^^ cue staff`);
  });

  it('tells who is named beside a thing from who it is about', () => {
    expect(`\n${checkMentions('Norvik hardware carries Norvik-built engines by Norvik.')}`).toBe(`
Norvik hardware carries Norvik-built engines by Norvik.
^^^^^^ name norvik attributive
                        ^^^^^^ name norvik
                                     ^^^^^^^ noun engine/engines
                                                ^^^^^^ name norvik`);
  });

  it('takes capitals that no pack knows for a stranger', () => {
    expect(
      `\n${checkMentions('There the captain of Zenith Boats saw Mary Poppins, they said.')}`,
    ).toBe(`
There the captain of Zenith Boats saw Mary Poppins, they said.
                     ^^^^^^^^^^^^ unknown
                                      ^^^^^^^^^^^^ unknown`);
  });

  it.each([
    ['the first word of a sentence', 'Investors cheered. Ships sailed.'],
    ['days, months and countries', 'They met on Monday in March in the U.S. again.'],
    ['the words of a headline', 'A Record Year for Ships on Both Sides of the Northern Sea'],
    ['what is part of a figure', 'They paid US$5 million and 40 GW.'],
  ])('takes no stranger for %s', (_, text) => {
    expect(checkMentions(text)).toBe(text);
  });

  it('takes a first word for a name when it acts like one', () => {
    expect(checkMentions('Zenith said so.')).toContain('^^^^^^ unknown');
    expect(checkMentions("Zenith's ships sailed.")).toContain('^^^^^^ unknown possessive');
  });

  it('takes a sentence full of names for no headline', () => {
    expect(checkMentions('Norvik met Zenith Boats; Zenith Boats sails.')).toContain('unknown');
  });
});
