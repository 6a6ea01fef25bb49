const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A whole number from 0 to 999 in words: `thirty-eight`, `one hundred and forty`; undefined for any other. */
export function numberWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || 999 < value) return undefined;
  if (value < 20) return SMALL[value];
  if (value < 100) {
    const tens = TENS[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? tens : `${tens}-${SMALL[value % 10]}`;
  }
  const hundreds = `${SMALL[Math.floor(value / 100)]} hundred`;
  return value % 100 === 0 ? hundreds : `${hundreds} and ${numberWords(value % 100)}`;
}

/** A decimal number as it is spoken, digit by digit behind the point: `one point four`; undefined from a thousand on. */
export function decimalWords(digits: string): string | undefined {
  const [integer = '', fraction = ''] = digits.split('.');
  const before = numberWords(Number(integer));
  return (
    before && `${before} point ${[...fraction].map((digit) => SMALL[Number(digit)]).join(' ')}`
  );
}
