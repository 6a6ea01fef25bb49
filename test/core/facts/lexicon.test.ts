import { describe, expect, it } from 'vitest';
import {
  addPhrase,
  emptyLexicon,
  type Lexicon,
  longestPhrase,
  type Meaning,
} from '../../../server/core/facts/lexicon.ts';
import { readTokens } from '../../../server/core/text/tokens.ts';

const entity = (id: string): Meaning => ({ kind: 'entity', entity: id });
const cue = (property: string): Meaning => ({ kind: 'cue', property, strength: 'strong' });

const lexicon: Lexicon = emptyLexicon();
addPhrase(lexicon, 'Norvik', entity('norvik'), 'proper');
addPhrase(lexicon, 'Norvik Ferries', entity('norvik'), 'proper');
addPhrase(lexicon, 'Norvik Ferries North', entity('north'), 'proper');
addPhrase(lexicon, 'R&D', entity('lab'), 'proper');
addPhrase(lexicon, 'valued at', cue('valuation'), 'common');
addPhrase(lexicon, 'valued at', cue('price'), 'common');
addPhrase(lexicon, 'value', cue('worth'), 'common');
addPhrase(lexicon, 'value', cue('worth'), 'common');
addPhrase(lexicon, 'value of share', cue('price'), 'cue');
addPhrase(lexicon, 'values of share', cue('total'), 'common');
addPhrase(lexicon, 'iPort', entity('iport'), 'proper');
addPhrase(lexicon, 'US', entity('states'), 'proper');
addPhrase(lexicon, '', entity('nobody'), 'proper');

/** Every longest match of a text, from left to right: `words=meanings`. */
function matches(text: string): readonly string[] {
  const tokens = readTokens(text);
  const found: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = longestPhrase(lexicon, tokens, at);
    if (!match) {
      at++;
      continue;
    }
    const words = text.slice(tokens[match.from]?.start, tokens[match.to - 1]?.end);
    const meanings = match.meanings.map((one) =>
      one.kind === 'entity' ? one.entity : one.kind === 'cue' ? one.property : '',
    );
    found.push(`${words}=${meanings.join('/')}`);
    at = match.to;
  }
  return found;
}

describe('longestPhrase()', () => {
  it.each([
    [
      'takes the longest name',
      'Norvik Ferries North and Norvik Ferries',
      ['Norvik Ferries North=north', 'Norvik Ferries=norvik'],
    ],
    [
      'falls back to a shorter one',
      'Norvik Ferries Nord, Norvik',
      ['Norvik Ferries=norvik', 'Norvik=norvik'],
    ],
    ['gives every meaning', 'valued at', ['valued at=valuation/price']],
    ['reads words in any case', 'VALUED At, Value', ['VALUED At=valuation/price', 'Value=worth']],
    ['asks a name for its capitals', 'norvik, NORVIK', ['NORVIK=norvik']],
    ['asks for no capital that the pack has not', 'iPort, IPORT', ['iPort=iport', 'IPORT=iport']],
    ['takes no common word for an abbreviation', 'Us and US', ['US=states']],
    ['stops at a possessive', "Norvik's Ferries", ['Norvik=norvik']],
    ['finds no half words', 'Norvikian values revalued at', []],
    ['reads names with marks in them', 'the R&D unit', ['R&D=lab']],
    ['finds nothing in nothing', '', []],
  ])('%s', (_, text, found) => {
    expect(matches(text)).toEqual(found);
  });

  it('holds a phrase with one meaning once', () => {
    expect(matches('value')).toEqual(['value=worth']);
  });

  it('takes every form of the first word of a cue and the plural of its last, meanings in their order', () => {
    expect(matches('value of share; values of share; valuing of share; value of shares')).toEqual([
      'value of share=price',
      'values of share=price/total',
      'valuing of share=price',
      'value of shares=price',
    ]);
    expect(matches('values of shares')).toEqual([]);
  });
});
