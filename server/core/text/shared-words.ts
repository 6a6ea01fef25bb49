/** A surface with its lower case: one pair of strings for every place where a word stands. */
export interface SharedWord {
  readonly text: string;
  readonly lower: string;
}

/** As many as a long draft has different words; a word takes the slot of another now and then. */
const SLOTS = 8192;

/** Longer ones are not kept: V8 cuts them out of a text without a copy, and all of the text would stay in memory. */
const LONGEST = 12;

const slots: (SharedWord | undefined)[] = new Array(SLOTS).fill(undefined);

/**
 * The word that stands at `[start, end)` of a text, whose UTF-16 code units are `units`. Half of what is read is a few hundred
 * words: sharing them spares their copies, and whatever looks at a word later finds it in the processor's memory.
 */
export function sharedWord(
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
): SharedWord {
  if (end - start > LONGEST) return wordOf(text.slice(start, end));
  let hash = 0;
  for (let at = start; at < end; at++) hash = (hash * 31 + (units[at] ?? 0)) | 0;
  const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
  const known = slots[slot];
  if (known && stands(known.text, units, start, end)) return known;
  const word = wordOf(text.slice(start, end));
  slots[slot] = word;
  return word;
}

function stands(word: string, units: Uint16Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (word.charCodeAt(at - start) !== units[at]) return false;
  return true;
}

function wordOf(text: string): SharedWord {
  return { text, lower: isLowerCase(text) ? text : text.toLowerCase() };
}

/** Whether a surface is its own lower case for certain; most are, and need no other string then. */
export function isLowerCase(surface: string): boolean {
  for (let at = 0; at < surface.length; at++) {
    const unit = surface.charCodeAt(at);
    if (unit >= 128 || (65 <= unit && unit <= 90)) return false;
  }
  return true;
}
