/** What spaces of a width of their own become until {@link plainSpaces} has seen what they part. */
export const TIGHT_SPACE = '\u00A0';

/**
 * Digits grouped in threes by spaces of one kind. At most six groups, so that no run of digits is gone over again and
 * again. A zero does not begin a number, and a longer run of digits after the groups is no group: both are telephones.
 * Source: SI Brochure, 9th ed., 5.4.4.
 */
const TIGHT_GROUPS = /(?<![\d.,\p{L}\p{M}])[1-9]\d{0,2}(?:\u00A0\d{3}){1,6}(?![\u00A0 ]?\d)/gu;
/** Common spaces also part numbers ("of the 12 300 left"): they group a bare thousand, or several groups. */
const COMMON_GROUPS =
  /(?<![\d.,\p{L}\p{M}])(?<!\d )[1-9]\d{0,2}(?: 000| \d{3}(?: \d{3}){1,5})(?![\u00A0 ]?\d)/gu;

/**
 * Write digits that spaces group with commas (`12 000` as `12,000`), unit for unit, and every other tight space as a
 * common one, so that the grammar needs one form of each and offsets stay.
 */
export function plainSpaces(text: string): string {
  const common = / 000|\d \d{3} \d/.test(text) ? text.replace(COMMON_GROUPS, withCommas) : text;
  if (!common.includes(TIGHT_SPACE)) return common;
  return common.replace(TIGHT_GROUPS, withCommas).replaceAll(TIGHT_SPACE, ' ');
}

function withCommas(groups: string): string {
  return groups.replace(/[\u00A0 ]/g, ',');
}
