import { describe, expect, it } from 'vitest';
import { checkVerdicts } from '../check-verdicts.ts';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

describe('what is not stated as a fact', () => {
  it.each([
    ['a question', 'Does Norvik employ 1,300 people?'],
    ['a condition', 'If Norvik employs 1,300 people, it is too many.'],
    ['an imagined case', 'Unless Norvik employs 1,300 people, it will sink.'],
    ['a possibility', 'Norvik could employ 1,300 people.'],
    ['a negation', 'Norvik does not employ 1,300 people.'],
    [
      'a value that another takes the place of',
      "Norvik's deal with Skagen Yards is worth not $40 million but more.",
    ],
    ['a denial', 'Norvik denied that it employs 1,300 people.'],
    ['a forecast', 'Analysts expect Norvik to employ 1,300 people.'],
    ['an earlier time', 'Norvik previously employed 900 people.'],
    ['a year of its own', 'In 2019 Norvik employed 900 people.'],
    ['the base of a comparison', "Norvik's staff rose from 1,100 people."],
    ['an addition', 'Norvik has a staff of an additional 300 people.'],
  ])('makes no conflict: %s', (_, text) => {
    expect(checkVerdicts(text)).toBe(text);
  });

  it.each([
    ['reported speech', 'Norvik said that it employs 1,300 people.'],
    ['a quotation', '"Norvik employs 1,300 people," she said.'],
    ['"not only"', 'Norvik not only sails but employs 1,300 people.'],
    ['"no fewer than"', 'Norvik employs no fewer than 1,300 people.'],
    ['a denial of something else', 'Norvik denied it. Norvik employs 1,300 people.'],
  ])('is told from what is: %s', (_, text) => {
    expect(checkVerdicts(text)).toContain('^^^^^ conflict norvik.staff: 1,250');
  });
});

const STAFF = ['conflict norvik.staff'];
const TERM = ['conflict norvik-skagen.term'];

function expectSaid(text: string, said: readonly string[]): void {
  expect(checkSaid(text)).toEqual(said);
}

describe('a doubt', () => {
  it.each<SaidRow>([
    ['Will the nine-year pact of Norvik and Skagen last?', TERM],
    ["Will Norvik's nine-year pact with Skagen last?", TERM],
    ['If the nine-year pact of Norvik and Skagen fails, ships rust.', TERM],
    ['Will the seven-year pact of Norvik and Skagen last?', ['supported norvik-skagen.term']],
    ['Will a nine-year pact of Norvik and Skagen come?', []],
    ['Is the pact of Norvik and Skagen for nine years?', []],
  ])('leaves standing what a sentence takes for granted: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik employs 1,300 people, and if it sails it wins.', STAFF],
    ['If it sails, it wins, and so Norvik employs 1,300 people.', []],
    ['Analysts expect Halden to sail, but Norvik employs 1,300 people.', STAFF],
    ['Halden denied it, while Norvik employs 1,300 people.', STAFF],
  ])('ends with its clause: %s', expectSaid);

  it.each<SaidRow>([
    ['On the books Norvik employs 1,300 people.', STAFF],
    ['On our books Norvik employs 1,300 people.', []],
    ['Our Norvik employs 2,300 people.', []],
  ])("is that of the writer's own use: %s", expectSaid);

  it.each<SaidRow>([
    ['Norvik at once employed 1,300 people.', STAFF],
    ['Norvik once employed 1,300 people.', []],
    ["Norvik's staff had been 1,300.", []],
  ])('is a time that is over: %s', expectSaid);

  it.each<SaidRow>([
    ['Norvik employs 1,300 people. That is a lot.', STAFF],
    ['Norvik employs 1,300 people. That is wrong.', []],
    ['A text said that Norvik employs 1,300 people.', STAFF],
    ['Correction: a text said that Norvik employs 1,300 people.', []],
    ['Correction: ships are nine. Norvik employs 1,300 people.', STAFF],
    ['Correction: ships are nine. A text said that Norvik employs 1,300 people.', []],
  ])('is that the text takes it back: %s', expectSaid);
});

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a doubt that is of something else', () => {
  it.each<SaidRow>([
    ['Norvik employs 1,300 people; but where?', ['conflict norvik.staff']],
    ['Norvik employs 1,300 people, but where does it sail?', ['conflict norvik.staff']],
    ['Norvik employs 1,300 people, does it?', []],
  ])('is a question behind what is stated: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik employs 1,300 people, even if it sails less.', ['conflict norvik.staff']],
    ['Norvik employs 1,300 people if it sails.', []],
  ])('is a condition behind a pause: %s', expectHarbour);

  it.each<SaidRow>([
    ['If its books are any guide, Norvik employs 1,300 people.', ['conflict norvik.staff']],
    ['If its books are any good, Norvik employs 1,300 people.', []],
  ])('is an "if" that names the source: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik agreed that its pact with Skagen would be worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
    ['Norvik hoped that its pact with Skagen would be worth $40 million.', []],
    ['Norvik said it would employ 1,300 people.', []],
  ])('is a "would" that tells of what was said: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Norvik took in $36 million in the third quarter, ahead of what analysts had expected.',
      ['conflict norvik.revenue.2025-q3'],
    ],
    ['Norvik took in $36 million in the third quarter, as analysts had expected.', []],
    ['Norvik targeted revenue of $36 million in the third quarter.', []],
  ])('is a forecast that the figure is held against: %s', expectHarbour);

  it.each<SaidRow>([
    ['Once a year Norvik counts its staff of 1,300.', ['conflict norvik.staff']],
    ['Norvik once counted a staff of 1,300.', []],
  ])('is "once a year": %s', expectHarbour);
});

describe('a doubt of what is to come', () => {
  it.each<SaidRow>([
    ["Norvik says it'll employ 1,300 people.", []],
    ["Norvik says they'll employ 1,300 people.", []],
    ["Astrid Berg says she'll have a fortune of $9 million.", []],
    ["Ingmar Holt says he'll have Norvik at 1,300 staff.", []],
    ["We'll see Norvik employ 1,300 people.", []],
    ["I'll see Norvik employ 1,300 people.", []],
    ['Norvik says it employs 1,300 people.', ['conflict norvik.staff']],
    ['Astrid Berg says she has a fortune of $9 million.', ['conflict berg.fortune']],
    ['Ingmar Holt says he has Norvik at 1,300 staff.', ['conflict norvik.staff']],
    ['We see Norvik employ 1,300 people.', ['conflict norvik.staff']],
  ])('is "will" after a pronoun, cut short: %s', expectHarbour);
});

describe('a doubt of what stands beside', () => {
  it.each<SaidRow>([
    ['The pact of Norvik with Skagen has a value $40 million cheaper.', []],
    [
      'The pact of Norvik with Skagen has a value $40 million bluer.',
      ['conflict norvik-skagen.value'],
    ],
  ])('is by how much more or less: %s', expectHarbour);

  it.each<SaidRow>([
    ['Halden has more ships than Norvik builds with a staff of 1,300.', []],
    ['Halden has more ships than Norvik, with a staff of 1,300.', ['conflict norvik.staff']],
  ])('is the clause that something is compared with: %s', expectHarbour);

  it.each<SaidRow>([
    ['Among its ferry crews Norvik has a staff of 1,300.', []],
    ['Among the lines of the sea Norvik has a staff of 1,300.', ['conflict norvik.staff']],
    ['Among other things Norvik has a staff of 1,300.', ['conflict norvik.staff']],
  ])('is that it is among some of them: %s', expectHarbour);
});

describe("a doubt of the writer's own affairs", () => {
  it.each<SaidRow>([
    ['Norvik and Skagen signed a pact. We have a nine-year pact.', []],
    [
      'Norvik and Skagen signed a pact. They have a nine-year pact.',
      ['conflict norvik-skagen.term'],
    ],
    ['Norvik and Skagen signed a pact. We saw that the pact is for nine years.', []],
  ])('is "we" before the figure: %s', expectHarbour);

  it.each<SaidRow>([
    ['We hear that Norvik employs 1,300 people.', ['conflict norvik.staff']],
    [
      'Norvik and Skagen signed a pact. "We have a nine-year pact," they said.',
      ['conflict norvik-skagen.term'],
    ],
    [
      'Norvik and Skagen signed a pact. We told them that the pact is for nine years.',
      ['conflict norvik-skagen.term'],
    ],
  ])(
    'is none where a name takes the figure for itself, or another is quoted or told: %s',
    expectHarbour,
  );

  it.each<SaidRow>([
    [
      'Norvik and Skagen signed a pact. We sail, but the pact is for nine years.',
      ['conflict norvik-skagen.term'],
    ],
    [
      'Norvik and Skagen signed a pact. We say: the pact is for nine years.',
      ['conflict norvik-skagen.term'],
    ],
    ['Norvik and Skagen signed a pact. We say that the pact is for nine years.', []],
  ])('ends with its clause: %s', expectHarbour);
});

describe('a doubt of what did not come about', () => {
  it.each<SaidRow>([
    ["Norvik's staff of 1,300 would have sailed.", []],
    ["Norvik's staff of 1,300 would have boats.", ['conflict norvik.staff']],
    ["Norvik's staff of 1,300 is more than would have sailed.", ['conflict norvik.staff']],
  ])('is "would have" behind the figure: %s', expectHarbour);

  it.each<SaidRow>([
    ['A staff of 1,300 at Norvik, which sails, would have been enough.', []],
    ['Norvik has a staff of 1,300, it would have been enough.', ['conflict norvik.staff']],
  ])('is "would have" behind what is set in, and not behind another pause: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik would have signed, and employs 1,300 people.', []],
    ['Norvik has signed, and employs 1,300 people.', ['conflict norvik.staff']],
  ])('is "would have" before the figure in its clause: %s', expectHarbour);
});

describe('a doubt of what a figure is likened to', () => {
  it.each<SaidRow>([
    ['Halden pays about what Norvik pays with a staff of 1,300.', []],
    ['Halden knows what Norvik pays with a staff of 1,300.', ['conflict norvik.staff']],
  ])('is "about what someone does": %s', expectHarbour);
});

describe('a doubt of what is over', () => {
  it.each<SaidRow>([
    ['The pact of Norvik and Skagen was for nine years and lapsed.', []],
    ['The pact of Norvik and Skagen was for nine years and ran out.', []],
    [
      'The pact of Norvik and Skagen was for nine years and ran on.',
      ['conflict norvik-skagen.term'],
    ],
    ['The pact of Norvik and Skagen was for nine years and held.', ['conflict norvik-skagen.term']],
    ['Norvik employs 1,300 people and its licence lapsed.', ['conflict norvik.staff']],
  ])('is a verb of ending, of a deal: %s', expectHarbour);
});

describe('a doubt of a part', () => {
  it.each<SaidRow>([
    ['In boats alone Norvik took in $36 million in the third quarter.', []],
    ['In the third quarter alone Norvik took in $36 million.', ['conflict norvik.revenue.2025-q3']],
    ["In 2025 alone Norvik's market share was 31 per cent.", ['conflict norvik.share.2025']],
  ])('is "alone", but not behind a period: %s', expectHarbour);
});

describe('what a question takes for granted', () => {
  it.each<SaidRow>([
    ['Will the nine-year pact of Norvik and Skagen last?', ['conflict norvik-skagen.term']],
    ['Will that nine-year pact of Norvik and Skagen last?', []],
  ])('is "the", but not "that": %s', expectHarbour);
});

describe('a doubt of what a sentence goes on with', () => {
  it.each<SaidRow>([
    ['Norvik wants new boats, and in the south a staff of 1,300.', []],
    [
      'Norvik wants new boats, and in the south it has a staff of 1,300.',
      ['conflict norvik.staff'],
    ],
    ['Norvik wants new boats, and sails with a staff of 1,300.', ['conflict norvik.staff']],
  ])('holds for what is joined without a verb of its own: %s', expectHarbour);

  it.each<SaidRow>([
    [
      'Among its ferry crews Halden rests, and Norvik can boast a staff of 1,300.',
      ['conflict norvik.staff'],
    ],
    ['Among its ferry crews Halden rests, and Norvik, with a staff of 1,300, sails.', []],
    ['Among its ferry crews Halden rests, and now Norvik has a staff of 1,300.', []],
  ])('ends where a name with a verb of its own is joined: %s', expectHarbour);
});

describe('a doubt of what was hoped', () => {
  it.each<SaidRow>([
    ['Norvik had hoped for a staff of 1,300.', []],
    ['Norvik had asked for a staff of 1,300.', ['conflict norvik.staff']],
  ])('is "hoped": %s', expectHarbour);
});

describe('a doubt of a part that comes first', () => {
  it.each<SaidRow>([
    ["Norvik's first 1,300 staff sail.", []],
    ["Norvik's 1,300 staff sail.", ['conflict norvik.staff']],
    ['Norvik came first with 1,300 staff.', ['conflict norvik.staff']],
  ])('is "first" right before the figure, behind no word: %s', expectHarbour);
});

describe('a doubt of what was true on the way', () => {
  it.each<SaidRow>([
    ['Norvik reached 1,300 staff in seven weeks.', []],
    ['Norvik hit 1,300 staff within a year.', []],
    ['Norvik keeps 1,300 staff in seven weeks.', ['conflict norvik.staff']],
    ['Norvik reached 1,300 staff in Tarn.', ['conflict norvik.staff']],
    [
      'Norvik reached Tarn with a good lot of 1,300 staff in seven weeks.',
      ['conflict norvik.staff'],
    ],
  ])('is how soon a figure was reached: %s', expectHarbour);

  it.each<SaidRow>([
    ['In the last weeks alone Norvik has a staff of 1,300.', ['conflict norvik.staff']],
    ['In the last boats alone Norvik has a staff of 1,300.', []],
  ])('is no part by weeks "alone": %s', expectHarbour);
});

describe('a doubt of what is not settled yet', () => {
  it.each<SaidRow>([
    ['Norvik is in early-stage talks with Skagen on a pact worth $40 million.', []],
    [
      'Norvik holds talks with Skagen on a pact worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
  ])('is "in talks", and not talks that were: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik is seeking a valuation of $600 million.', []],
    ['Norvik has a valuation of $600 million and is seeking boats.', ['conflict norvik.valuation']],
    ['Crews urged Norvik to employ 1,300 people.', []],
    ['Crews helped Norvik to employ 1,300 people.', ['conflict norvik.staff']],
  ])('is what someone seeks or urges, before the figure: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has a pact with Skagen, not yet finalised, worth $40 million.', []],
    [
      'Norvik has a pact with Skagen, long finalised, worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
    ['Norvik has a pact with Skagen worth $40 million that is not signed.', []],
    [
      'Norvik has a pact with Skagen worth $40 million that is now signed.',
      ['conflict norvik-skagen.value'],
    ],
  ])('is what is not done yet: %s', expectHarbour);
});

describe('a doubt of what is still to be reached', () => {
  it.each<SaidRow>([
    ['Norvik is on track for a staff of 1,300.', []],
    ['Norvik is on course to employ 1,300 people.', []],
    ['Norvik lays track for a staff of 1,300.', ['conflict norvik.staff']],
    ['Norvik keeps the pace with a staff of 1,300.', ['conflict norvik.staff']],
  ])('is "on track", and not a track: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's pact with Skagen is worth $40 million by year's end.", []],
    ["Norvik's pact with Skagen is worth $40 million by the end of this decade.", []],
    ['Norvik has a staff of 1,300 by next spring.', []],
    ['Norvik has a staff of 1,300 by the sea.', ['conflict norvik.staff']],
  ])('is the end of a stretch of time behind the figure: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik has a staff of 1,300 in its aspirations.', []],
    ['Norvik has a staff of 1,300 in its calculations.', ['conflict norvik.staff']],
  ])('is an ambition: %s', expectHarbour);
});

describe('a doubt of what comes first or came before', () => {
  it.each<SaidRow>([
    ["Norvik's pact with Skagen is worth an initial $40 million.", []],
    ["Norvik's pact with Skagen is worth a full $40 million.", ['conflict norvik-skagen.value']],
    ['Norvik and Skagen signed a pact of an initial nine years.', ['conflict norvik-skagen.term']],
  ])('is "initial", of no stretch of time: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's pact with Skagen is worth an initial commitment of $40 million.", []],
    [
      "Norvik's pact with Skagen is worth a full commitment of $40 million.",
      ['conflict norvik-skagen.value'],
    ],
  ])('is "initial" before the word for it: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's previous staff was 1,300.", []],
    ["Norvik's present staff was 1,300.", ['conflict norvik.staff']],
  ])('is "previous": %s', expectHarbour);
});

describe('what used to be', () => {
  it.each<SaidRow>([
    ['Norvik used to employ 1,300 people.', []],
    ['Norvik is used to employ 1,300 people.', ['conflict norvik.staff']],
    ['Norvik used boats to employ 1,300 people.', ['conflict norvik.staff']],
    ['Norvik has a staff of 1,300 that used to sail.', ['conflict norvik.staff']],
  ])('is of an earlier time: %s', expectHarbour);
});

describe('"as part of"', () => {
  it.each<SaidRow>([
    ['Norvik sails with Skagen as part of the nine-year pact.', ['conflict norvik-skagen.term']],
    ['Norvik sails with Skagen in part of the nine-year pact.', []],
    [
      'Norvik and Skagen see ships as part of a $40 million pact by value.',
      ['conflict norvik-skagen.value'],
    ],
    ['Norvik and Skagen see ships in part of a $40 million pact by value.', []],
  ])('speaks of the whole: %s', expectHarbour);
});

describe('"not until"', () => {
  it.each<SaidRow>([
    ["The Aldwyn's first light is not due until late 2026.", ['supported aldwyn.opened']],
    ["The Aldwyn's first light is not due until late 2027.", ['conflict aldwyn.opened']],
    ["The Aldwyn's first light is not due in late 2027.", []],
  ])('tells when: %s', expectHarbour);
});

describe('"Correction"', () => {
  it.each<SaidRow>([
    ['Correction: Norvik employs 1,300 people.', ['conflict norvik.staff']],
    ["Correction to yesterday's caption: Norvik employs 1,300 people.", ['conflict norvik.staff']],
    ['A correction of the figure of 1,300 people that Norvik employs came.', []],
  ])('heads what is right: %s', expectHarbour);
});
