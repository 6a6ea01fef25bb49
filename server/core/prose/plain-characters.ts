import { TIGHT_SPACE } from './plain-spaces.ts';

const TYPOGRAPHIC =
  /[\u00A0\u2007-\u200A\u202F\u3000\u2018\u2019\u02BC\u2010\u2011\u2212\uFF04\uFF05\uFF10-\uFF19\r\t\u201C\u201D]/g;

/**
 * Replace typographic spaces, quotes, hyphens, the minus sign and full-width digits by their plain form, unit for unit,
 * so that the grammar needs one form of each and offsets stay. Spaces that may group digits become tight ones, which
 * `plainSpaces` resolves once the whole prose is there.
 */
export function plainCharacters(text: string): string {
  if (text.search(TYPOGRAPHIC) < 0) return text;
  return text.replace(TYPOGRAPHIC, (character) => {
    const unit = character.charCodeAt(0);
    if (unit === 0x2018 || unit === 0x2019 || unit === 0x02bc) return "'";
    if (unit === 0x201c || unit === 0x201d) return '"';
    if (unit === 0x2010 || unit === 0x2011 || unit === 0x2212) return '-';
    if (unit === 0xff04) return '$';
    if (unit === 0xff05) return '%';
    if (0xff10 <= unit && unit <= 0xff19) return String(unit - 0xff10);
    return unit === 0x00a0 || unit === 0x2009 || unit === 0x202f ? TIGHT_SPACE : ' ';
  });
}
