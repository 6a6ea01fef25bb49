const VOWEL = /[aeiou]/;
const DOUBLES = /^(?:[^aeiou]*)[aeiou][bdgklmnprt]$/;

/**
 * The regular forms of an English word: itself, plural or third person, past and present participle.
 * Generous: forms that no writer uses do no harm. Irregular ones ("paid") are listed by the vocabulary.
 */
export function inflections(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/i.test(word)) return [word];
  return [...new Set([word, withS(word), withEnding(word, 'ed'), withEnding(word, 'ing')])];
}

/** The regular plural of a word. */
export function plural(word: string): string {
  return /^[a-z]{2,}$/i.test(word) ? withS(word) : word;
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return endsInConsonantY(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function withEnding(word: string, ending: 'ed' | 'ing'): string {
  if (word.endsWith('e') && !word.endsWith('ee')) return `${word.slice(0, -1)}${ending}`;
  if (ending === 'ed' && endsInConsonantY(word)) return `${word.slice(0, -1)}ied`;
  return DOUBLES.test(word) ? `${word}${word.at(-1)}${ending}` : `${word}${ending}`;
}

function endsInConsonantY(word: string): boolean {
  return word.endsWith('y') && !VOWEL.test(word.at(-2) ?? 'a');
}
