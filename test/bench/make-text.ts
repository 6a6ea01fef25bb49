import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { companyName } from './make-facts.ts';
import { makeRandom } from './make-random.ts';

const SAMPLE = join(import.meta.dirname, '..', '..', 'docs', 'sample-draft.md');
/** Names of the sample that every other copy puts a made-up company in place of. */
const REPLACED = [
  'OpenAI',
  'Amazon Web Services',
  'AWS',
  'Amazon',
  'Oracle',
  'Microsoft',
  'Nvidia',
];

/** How many figures stand in it: as in the sample, or about as in a news article, a quarter of that. */
export type Density = 'rich' | 'article';

/** Of so many copies one keeps its figures in an article-like text. */
const DILUTED = 4;

/**
 * Markdown of a length: our sample draft again and again. No block occurs twice, since what is read once is
 * remembered: digits differ, every block ends in a word of its own, and in every other copy the companies are others.
 */
export function makeText(length: number, density: Density = 'rich'): string {
  const sample = readFileSync(SAMPLE, 'utf8').replaceAll('\r\n', '\n');
  const body = sample.slice(sample.indexOf('\n---\n', 4) + 5);
  const random = makeRandom(3);
  const copies: string[] = [];
  for (let made = 0, copy = 0; made < length; copy++) {
    const named = copy % 2 === 0 ? body : withOtherNames(body, copy);
    const isDiluted = density === 'article' && copy % DILUTED !== 0;
    const text = withOtherWords(
      isDiluted ? withoutFigures(named) : withOtherDigits(named, random),
      copy,
    );
    copies.push(text);
    made += text.length;
  }
  return copies.join('\n').slice(0, length);
}

/** Figure-rich Markdown of so many words. */
export function draftOf(words: number): string {
  const whole = makeText(words * 8);
  let end = 0;
  for (let count = 0; count < words; count++) {
    const space = whole.slice(end).search(/\S\s/);
    end += space + 2;
  }
  return whole.slice(0, end);
}

function withOtherNames(text: string, copy: number): string {
  return REPLACED.reduce(
    (changed, name, index) => changed.replaceAll(name, companyName(copy * REPLACED.length + index)),
    text,
  );
}

/** Words in place of everything that is written with digits. */
function withoutFigures(text: string): string {
  return text.replace(/[$£]?\d[\w.,–%]*(?<![.,])(?: (?:billion|million|per cent))?/g, 'so much');
}

/** Digits 1 to 9 become others; zeros, and with them the magnitude, stay. */
function withOtherDigits(text: string, random: () => number): string {
  return text.replace(/[1-9]/g, () => String(1 + Math.floor(random() * 9)));
}

/** A made-up word at the end of each line of prose; lines of code and rules of tables are left. */
function withOtherWords(text: string, copy: number): string {
  let line = 0;
  return text.replace(/([A-Za-z][^\n]*?)([.;:?]?)$/gm, (_, prose: string, stop: string) => {
    line++;
    const word = (copy * 1000 + line)
      .toString(36)
      .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
    return `${prose} ${word}${stop}`;
  });
}
