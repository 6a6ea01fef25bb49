import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';
import { harbourFacts } from './harbour-pack.ts';

function expectHarbour(text: string, said: readonly string[]): void {
  expect(checkSaid(text, harbourFacts)).toEqual(said);
}

describe('a word is said of no deal', () => {
  it.each<SaidRow>([
    ['Halden and Brygg signed a pact. It takes $75 million, a price.', []],
    [
      'Halden and Brygg signed a pact. It is priced, at a price of $75 million.',
      ['conflict halden-brygg.paid'],
    ],
  ])('as what someone does, and no deal: %s', expectHarbour);
});

describe('several deals', () => {
  it.each<SaidRow>([
    ["Halden's three pacts pay $75 million to Brygg.", []],
    ["Halden's pact pays $75 million to Brygg.", ['conflict halden-brygg.paid']],
    ["Norvik's pacts with Skagen are for nine years.", []],
  ])('are no single one: %s', expectHarbour);

  it.each<SaidRow>([
    ["Norvik's Skagen pacts are for nine years.", ['conflict norvik-skagen.term']],
  ])('are one where its party stands before them: %s', expectHarbour);
});

describe('a deal that the text was speaking of', () => {
  it.each<SaidRow>([
    ['Halden and Fjell signed a pact. It began in 2024.', []],
    ['Halden and Fjell signed a pact. The pact began in 2024.', ['conflict gannet.begun']],
    ['Halden and Fjell signed a pact. It began in 2023.', ['supported gannet.begun']],
  ])('is not meant by a month or a year with a mere preposition: %s', expectHarbour);
});

describe('a deal that is over', () => {
  it.each<SaidRow>([
    ['The previous pact of Norvik and Skagen was for twelve years.', []],
    ['The long pact of Norvik and Skagen was for nine years.', ['conflict norvik-skagen.term']],
    ['Norvik and Skagen had a pact that ended and was for nine years.', []],
    [
      'Norvik and Skagen had a pact that held and was for nine years.',
      ['conflict norvik-skagen.term'],
    ],
  ])('is not the one on record: %s', expectHarbour);

  it.each<SaidRow>([
    ['Norvik and Skagen signed a previous pact. It is worth $40 million.', []],
    [
      'Norvik and Skagen signed a previous pact. It is a pact of Norvik and Skagen for twelve years.',
      [],
    ],
    [
      'Norvik and Skagen signed a long pact. It is a pact of Norvik and Skagen for nine years.',
      ['conflict norvik-skagen.term'],
    ],
    [
      'Norvik and Skagen signed a long pact. It is worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
  ])('is still meant by "it": %s', expectHarbour);
});

describe('a list that a stranger leads in', () => {
  it.each<SaidRow>([
    ['Norvik and Skagen signed a pact.\n\nWhat Zenith Boats pays:\n\n- a pact of twelve years', []],
    [
      'Norvik and Skagen signed a pact.\n\nWhat sailors pay:\n\n- a pact of nine years',
      ['conflict norvik-skagen.term'],
    ],
    [
      'Norvik and Skagen signed a pact.\n\nWhat Zenith Boats pays:\n\nThe pact is for nine years.',
      ['conflict norvik-skagen.term'],
    ],
  ])('is of no deal spoken of before: %j', expectHarbour);
});

describe('a figure and hardly a word', () => {
  it.each<SaidRow>([
    ['Norvik and Skagen signed.\n\nSeven years.', ['supported norvik-skagen.term']],
    [
      'Norvik signed with Skagen. Seven years and $38 million.',
      ['supported norvik-skagen.term', 'supported norvik-skagen.value'],
    ],
    ['Norvik and Skagen signed. Seven years, all told by the crews.', []],
    ['Norvik and Skagen signed. Seven years went by.', []],
    ['Norvik and Skagen signed.\n\nNine years.', []],
  ])('is said of the deal spoken of: %j', expectHarbour);
});

describe('deals in the plural', () => {
  it.each<SaidRow>([
    ["Norvik's deals with Skagen Yards are worth $40 million.", []],
    ["Norvik's deal with Skagen Yards is worth $40 million.", ['conflict norvik-skagen.value']],
    [
      'Norvik signed pacts; with Skagen all is worth $40 million.',
      ['conflict norvik-skagen.value'],
    ],
    [
      'Norvik signed pacts and has with Skagen a toll of $6 million.',
      ['conflict norvik-skagen.toll'],
    ],
  ])('are worth it together, whomever they are with: %s', expectHarbour);
});

describe('a deal', () => {
  it.each<SaidRow>([
    ['Norvik has a pact with Skagen worth $40 million, and is in talks with Skagen.', []],
    [
      'Norvik has a pact with Skagen worth $40 million, after its talks.',
      ['conflict norvik-skagen.value'],
    ],
  ])('is only talked of by those who are in talks: %s', expectHarbour);
});

describe('a list of deals', () => {
  it.each<SaidRow>([
    [
      'Norvik has pacts worth $40 million with Skagen and $95 million with Halden.',
      ['conflict norvik-skagen.value', 'conflict norvik-halden.value'],
    ],
    [
      'Norvik has pacts worth much with Skagen ($40 million) and Halden ($95 million).',
      ['conflict norvik-skagen.value', 'conflict norvik-halden.value'],
    ],
    ['Norvik has pacts worth $40 million with Skagen and Halden.', []],
    ['Norvik has pacts worth $40 million with Skagen.', []],
  ])('has a figure for each party: %s', expectHarbour);
});
