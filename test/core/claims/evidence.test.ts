import { describe, expect, it } from 'vitest';
import { checkSaid, type SaidRow } from './check-said.ts';

const STAFF = ['conflict norvik.staff'];
const VALUE = ['conflict norvik-skagen.value'];
const VALUATION = ['conflict norvik.valuation'];

describe('whom a figure is about', () => {
  it.each<SaidRow>([
    ['Norvik sails on. Staff stood at 1,300.', STAFF],
    ['Norvik and Halden sail on. Staff stood at 1,300.', []],
    ['Norvik and Halden sail on. The valuation stood at $600 million.', VALUATION],
    ['Norvik sails on. Staff stood at 1,300 after Skagen came.', STAFF],
    ['Norvik sails on. Skagen came, and its staff stood at 1,300.', []],
  ])('is whoever the text goes on about, where a sentence names nobody: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it.each<SaidRow>([
    ['Norvik has a contract with Skagen, worth $40 million.', VALUE],
    ['Skagen met Norvik, valued at $600 million.', VALUATION],
    ['Skagen has a contract with Norvik, valued at $600 million.', []],
  ])('is not the one that a deal is with: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it.each<SaidRow>([
    ["1,300 staff boarded Norvik's ship.", STAFF],
    ['1,300 staff boarded a Norvik ship.', []],
  ])('is not the maker of any one thing: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });

  it.each<SaidRow>([
    ['Norvik employs 1,300 people, as Zenith Boats knows.', STAFF],
    ['As Norvik knows, Zenith Boats employs 1,300 people.', []],
  ])('is no one of a clause behind: %s', (text, said) => {
    expect(checkSaid(text)).toEqual(said);
  });
});
