const VOWEL = /[aeiou]/;
const DOUBLES = /^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$/;
/** Two syllables and more, of which the last is stressed: it doubles as a single one does. */
const LAST_IS_STRESSED: ReadonlySet<string> = new Set(
  `abet abhor acquit admit allot annul begin commit compel concur confer control debug defer demur
  deter disbar embed emit enrol entrap equip excel expel extol forget format handicap incur infer
  kidnap occur offset omit outbid outfit outrun overlap patrol permit prefer program propel
  rebut recap recur refer refit regret remit repel rerun reset resubmit retrofit submit transfer
  transmit underpin unplug unzip upset zigzag`.split(/\s+/),
);
/** The unstressed last syllables that double in British spelling and not in American: cancel, label, total. */
const BRITISH_DOUBLES = /[^aeiou](?:e|a|o|i)l$/;
/** Words in "ee" whose regular past would be another word: "seed", "feed". */
const NO_REGULAR_PAST: ReadonlySet<string> = new Set(['see', 'foresee', 'oversee', 'fee', 'flee']);

/**
 * The regular forms of an English word: itself, plural or third person, past and present participle, in both
 * spellings. Generous: forms that no writer uses do no harm. Irregular ones ("paid") are listed by the vocabulary.
 */
export function inflections(word: string): readonly string[] {
  if (!isInflected(word)) return [word];
  const forms = stems(word).flatMap((stem) => [withEnding(stem, 'ed'), withEnding(stem, 'ing')]);
  const regular = NO_REGULAR_PAST.has(word) ? forms.filter((form) => !form.endsWith('d')) : forms;
  return [...new Set([word, withS(word), ...regular])];
}

/** Whether a word has forms by rule: `Q3` and `a` have none. */
export function isInflected(word: string): boolean {
  return /^[a-z]{3,}$/i.test(word);
}

/**
 * Every word that a word in small letters may be a regular form of, itself included. Most are no words, and of those
 * that are some have other forms; none is missing.
 *
 * @example possibleBases('planned') // ['planned', 'plann', 'planne', 'plan']
 */
export function possibleBases(form: string): readonly string[] {
  const bases = [form];
  if (form.endsWith('s')) bases.push(form.slice(0, -1));
  if (form.endsWith('es')) bases.push(form.slice(0, -2));
  if (form.endsWith('ies') || form.endsWith('ied')) bases.push(`${form.slice(0, -3)}y`);
  if (form.endsWith('ying')) bases.push(`${form.slice(0, -4)}ie`);
  const stem = form.endsWith('ed')
    ? form.slice(0, -2)
    : form.endsWith('ing')
      ? form.slice(0, -3)
      : undefined;
  if (stem === undefined) return bases;
  bases.push(stem, `${stem}e`);
  if (stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1));
  return bases;
}

/** The regular plural of a word. */
export function plural(word: string): string {
  return /^[a-z]{2,}$/i.test(word) ? withS(word) : word;
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return endsInConsonantY(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** What -ed and -ing are joined to: "plann", "visit", "total" and "totall". */
function stems(word: string): readonly string[] {
  const doubled = `${word}${word.at(-1)}`;
  if (DOUBLES.test(word) || LAST_IS_STRESSED.has(word)) return [doubled];
  return BRITISH_DOUBLES.test(word) ? [word, doubled] : [word];
}

function withEnding(stem: string, ending: 'ed' | 'ing'): string {
  if (stem.endsWith('e')) return ending === 'ed' ? `${stem}d` : `${withoutSilentE(stem)}ing`;
  return ending === 'ed' && endsInConsonantY(stem) ? `${stem.slice(0, -1)}ied` : `${stem}${ending}`;
}

/** "valu" of "value", "ty" of "tie"; "agree" keeps both. */
function withoutSilentE(word: string): string {
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  return /[eoy]e$/.test(word) ? word : word.slice(0, -1);
}

function endsInConsonantY(word: string): boolean {
  return word.endsWith('y') && !VOWEL.test(word.at(-2) ?? 'a');
}
