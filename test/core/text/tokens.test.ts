import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../../../server/core/text/tokens.ts';
import { anyText, SEEDED } from '../arbitraries.ts';
import { checkTokens } from './check-tokens.ts';

describe('readTokens()', () => {
  it.each([
    ['$38bn deal', '|.$|#38|bn |deal'],
    ['USD38.5bn and GB200', '|USD|#38.5|bn |and |GB200'],
    ['43,000 and 1,2 and 12,345,678', '|#43,000 |and |#1|.,|#2 |and |#12,345,678'],
    ['1234,567', '|#1234|.,|#567'],
    ['180.2. 16.2.1', '|#180.2|.. |#16.2|..|#1'],
    ['GB200 Q3', '|GB200 |Q3'],
    ['seven-year', '|seven|.-|year'],
    ["Norvik's ships' don't O'Brien", "|Norvik|''s |ships|'' |don't |O'Brien"],
    ["the '90s, 'so'", "|the |.'|#90|s|., |.'|so|.'"],
    ['AT&T R&D A & B', '|AT&T |R&D |A |.& |B'],
    ['U.S. and e.g. End.', '|U.S. |and |e|..|g|.. |End|..'],
    ['Zürich Łódź 東京 naïve', '|Zürich |Łódź |東京 |naïve'],
    ['a😀b', '|a|.😀|b'],
    ['', ''],
    [' \t\n', ''],
  ])('cuts %j', (text, tokens) => {
    expect(checkTokens(text)).toBe(tokens);
  });

  it('covers every character that is no white space once, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end, text: surface, lower } of readTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start)).toMatch(/^[\0- ]*$/);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(surface);
          expect(lower).toBe(surface.toLowerCase());
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[\0- ]*$/);
      }),
      SEEDED,
    );
  });
});
