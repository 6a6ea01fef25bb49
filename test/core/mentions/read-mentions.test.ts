import { describe, expect, it } from 'vitest';
import { harbourFacts } from '../claims/harbour-pack.ts';
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

  it('takes a number in capitals for what a name makes', () => {
    expect(checkMentions('They saw the Norvik W345 there.')).toContain('norvik attributive');
    expect(checkMentions('They saw the Norvik W there.')).not.toContain('norvik attributive');
  });

  it('takes graphics for what a name makes', () => {
    expect(checkMentions('They saw Norvik graphics.')).toContain('^^^^^^ name norvik attributive');
    expect(checkMentions('They saw Norvik physics.')).not.toContain('attributive');
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
    ['time zones', 'There at noon BST they sail, or at 9 GMT.'],
    ['words of grammar behind a mark', 'There they met, Before noon.'],
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

  it.each([
    ['Remember Norvik now.', '         ^^^^^^ name norvik'],
    ["Don't Norvik ships sail?", '      ^^^^^^ name norvik'],
    ['Zenith Norvik now.', '^^^^^^^^^^^^^ unknown'],
    ['They met, And Norvik sails.', '              ^^^^^^ name norvik'],
    ['They met, Zen Norvik sails.', '          ^^^^^^^^^^ unknown'],
  ])('takes no word that opens a sentence with a name: %s', (text, found) => {
    expect(checkMentions(text)).toBe(`${text}\n${found}`);
  });

  it.each([
    ['They read, by the Note: it sails.', ''],
    ['They read, by the Zenith: it sails.', '\n                  ^^^^^^ unknown definite'],
    ['\u{1F6A2} Ships sail on.', ''],
    ['The \u{1F6A2} and Ships sail on.', '\n           ^^^^^ unknown attributive'],
  ])('takes no label and no first word behind a picture for a stranger: %s', (text, found) => {
    expect(checkMentions(text)).toBe(text + found);
  });

  it('takes a noun behind a name for as definite as the name', () => {
    expect(checkMentions('The Norvik pact sails.')).toContain('^^^^ noun deal/term definite');
    expect(checkMentions('A Norvik pact sails.')).not.toContain('definite');
  });

  it('reads a deal as its parties, unless it has a name of its own', () => {
    expect(
      `\n${checkMentions('Norvik–Skagen deal and Operation Gannet sail.', harbourFacts)}`,
    ).toBe(`
Norvik–Skagen deal and Operation Gannet sail.
^^^^^^ name norvik
       ^^^^^^ name skagen attributive
              ^^^^ noun deal/term
                       ^^^^^^^^^^^^^^^^ name gannet attributive`);
  });
});
