import { describe, expect, it } from 'vitest';
import { checkVerdicts } from '../check-verdicts.ts';

/** The verdicts of a draft without the draft. */
function verdicts(text: string): readonly string[] {
  const marked = checkVerdicts(text)
    .split('\n')
    .filter((line) => /^\s*\^/.test(line));
  return marked.map((line) => line.replace(/^\s*\^+↵? /, ''));
}

const STAFF = 'conflict norvik.staff: 1,250';
const VALUE = 'conflict norvik-skagen.value: $38 million';

describe('what points back', () => {
  it.each([
    ['a pronoun', 'Norvik sails on. It employs 1,300 people.', [STAFF]],
    ['a noun of its type', 'Norvik sails on.\n\nThe company employs 1,300 people.', [STAFF]],
    ['its description', 'Norvik sails on. The ferry line employs 1,300 people.', [STAFF]],
    ['"the deal"', 'Norvik signed with Skagen Yards. The deal is worth $40 million.', [VALUE]],
    ['"it" for the deal', 'Norvik signed with Skagen Yards. It is worth $40 million.', [VALUE]],
    ['a heading', '# Norvik\n\nIt employs 1,300 people.', [STAFF]],
    ['a heading over a list', '# Norvik\n\n- employs 1,300 people\n- in Tarn', [STAFF]],
    ['a line that leads in a list', "Norvik's figures:\n\n- staff: 1,300\n- ships: 9", [STAFF]],
  ])('is understood: %s', (_, text, found) => {
    expect(verdicts(text)).toEqual(found);
  });

  it.each([
    ['a noun that may mean two', 'Norvik and Halden sail. The company employs 1,300 people.'],
    [
      '"the deal" after two',
      'Norvik signed with Skagen Yards and with Halden. The deal is worth $40 million.',
    ],
    [
      'a description after a stranger',
      'There they saw Zenith Boats. The ferry line employs 1,300 people.',
    ],
    ['a description of nobody', 'The ferry line employs 1,300 people.'],
    ['a noun of another type', 'Norvik sails on. The telescope employs 1,300 people.'],
    [
      'a pronoun after a heading of somebody else',
      '# Norvik\n\n# Zenith Boats\n\nIt employs 1,300 people.',
    ],
  ])('is left alone when it is not clear: %s', (_, text) => {
    expect(verdicts(text)).toEqual([]);
  });

  it('supports what fits even where it is not certain', () => {
    expect(verdicts('The ferry line employs 1,250 people.')).toEqual([
      'supported norvik.staff: 1,250',
    ]);
  });
});

describe('tables', () => {
  it('have their subject in the row and their cue in the header', () => {
    expect(
      verdicts('| Company | Staff |\n|---|---|\n| Norvik | 1,300 |\n| Zenith | 9,000 |'),
    ).toEqual([STAFF]);
  });

  it('have their subject in the header and their cue in the row', () => {
    expect(verdicts('| | Norvik | Halden |\n|---|---|---|\n| Staff | 1,300 | 4,000 |')).toEqual([
      STAFF,
      'disputed halden.staff.courier: 4,000 people or 4,600 people',
    ]);
  });
});
