import type { Token } from '../text/tokens.ts';

/**
 * Whether the digits at a token are a name, a label or an address rather than a quantity: `GPT-5`, `#12`,
 * `Section 3`, `[12]`, `10:30`, `9am`, `21st`, `24/7`, `5G`, `v3`, `1990s`, `3-2`, `10^6`, telephone numbers.
 * Labels are told by what touches them; a capitalised name before a bare number (`Windows 11`) counts as one.
 */
export function isNoFigure(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token) return false;
  return (
    isLabelled(tokens, at) ||
    isGluedBefore(tokens, at) ||
    isTimeOfDay(before, token, after, tokens[at + 2]) ||
    isGluedAfter(token, after) ||
    isChain(tokens, at) ||
    isScore(tokens, at) ||
    isTelephone(tokens, at) ||
    isItemNumber(tokens, at) ||
    (before?.text === '[' && after?.text === ']')
  );
}

/** `8. Power bottlenecks` at the start of a block: the number of a point. */
function isItemNumber(tokens: readonly Token[], at: number): boolean {
  const [number, point, word] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (at > 0 || !/^\d{1,2}$/.test(number?.text ?? '') || point?.spaced) return false;
  const isPoint = point?.text === '.' || point?.text === ')';
  return isPoint && word?.kind === 'word' && word.spaced && word.text !== word.lower;
}

const LABELS: ReadonlySet<string> = new Set([
  'section',
  'chapter',
  'figure',
  'fig',
  'table',
  'page',
  'pages',
  'p',
  'pp',
  'part',
  'step',
  'version',
  'article',
  'room',
  'route',
  'highway',
  'flight',
  'level',
  'phase',
  'ref',
  'refs',
  'isbn',
  'rfc',
  'doi',
  'issue',
  'no',
  'nos',
  'number',
  'appendix',
  'volume',
  'vol',
  'line',
  'lines',
  'item',
  'note',
  'footnote',
  'exhibit',
  'rule',
  'clause',
  'tier',
  'grade',
  'gen',
  'formula',
]);

const LABEL_SIGNS: ReadonlySet<string> = new Set(['#', '№', '@', '§']);

function isLabelled(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const word = before?.text === '.' ? tokens[at - 2] : before;
  if (before?.kind === 'mark' && LABEL_SIGNS.has(before.text)) return true;
  return word?.kind === 'word' && LABELS.has(word.lower) && !isUnitAhead(tokens, at);
}

/** "page 3" is a label, "a number 3 times" hardly: a sign of money or of percent after the digits says amount. */
function isUnitAhead(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === '%';
}

/** `GPT-5`, `x.5`, `a/5`, `_5`: something stands against the digits. */
function isGluedBefore(tokens: readonly Token[], at: number): boolean {
  const [joint, token] = [tokens[at - 1], tokens[at]];
  if (!joint || !token || token.spaced) return false;
  if (joint.kind === 'word' || joint.kind === 'number') return true;
  const before = tokens[at - 2];
  const isJoint = /^[-./:_\\=&?^]$/.test(joint.text) && !joint.spaced;
  return (
    isJoint && (before?.kind === 'word' || before?.kind === 'number') && !isRangeDash(tokens, at)
  );
}

/** `30-40`, but not the groups of `555-123-4567`. */
function isRangeDash(tokens: readonly Token[], at: number): boolean {
  const isDash = (index: number): boolean => tokens[index]?.text === '-' && !tokens[index]?.spaced;
  return isDash(at - 1) && tokens[at - 2]?.kind === 'number' && !isDash(at - 3) && !isDash(at + 1);
}

const HOURS: ReadonlySet<string> = new Set("am pm a.m. p.m. gmt utc o'clock o’clock".split(' '));

function isTimeOfDay(
  before: Token | undefined,
  token: Token,
  after: Token | undefined,
  next: Token | undefined,
): boolean {
  if (before?.text === ':' && !token.spaced) return true;
  if (after?.text === ':' && !after.spaced && next?.kind === 'number' && !next.spaced) return true;
  if (HOURS.has(after?.lower ?? '')) return true;
  return (after?.lower === 'a' || after?.lower === 'p') && next?.text === '.' && !next.spaced;
}

/** Letters against the digits that are no scale and no unit are read as a name; the readers of units decide first. */
function isGluedAfter(token: Token, after: Token | undefined): boolean {
  if (!after || after.spaced) return false;
  if (/^[/\\_=@^]$/.test(after.text)) return true;
  if (after.kind !== 'word') return false;
  if (/^(st|nd|rd|th|d|g|x|s)$/.test(after.lower) && !(after.text === 'g' && token.text.length > 1))
    return true;
  return /\d/.test(after.text);
}

/** `555-123-4567`, `10.1.2`, `2025/11/03`: three or more numbers joined by the same mark. */
function isChain(tokens: readonly Token[], at: number): boolean {
  const joint = (index: number): string | undefined => {
    const token = tokens[index];
    return token &&
      !token.spaced &&
      /^[-./]$/.test(token.text) &&
      tokens[index + 1]?.kind === 'number' &&
      !tokens[index + 1]?.spaced
      ? token.text
      : undefined;
  };
  const after = joint(at + 1);
  if (after === undefined) return false;
  return after !== '-' || joint(at + 3) === '-';
}

/** Words before the score of a game or a vote. */
const RESULTS = /^(?:won|win|wins|lost|lose|loses|drew|draw|beat|beaten|voted|ruled|led|trailed)$/;

/** `3-2`, `787-9`, "lost 1-3": two numbers that a hyphen joins are a range only where the second is the greater. */
function isScore(tokens: readonly Token[], at: number): boolean {
  const isPair = (first: number): boolean => {
    const [one, dash, two] = [tokens[first], tokens[first + 1], tokens[first + 2]];
    if (one?.kind !== 'number' || two?.kind !== 'number' || dash?.text !== '-') return false;
    const isTight = !dash.spaced && !two.spaced && one.text.length <= 4;
    const isResult = RESULTS.test(tokens[first - 1]?.lower ?? '') && two.text.length <= 2;
    return isTight && (isResult || Number(one.text) >= Number(two.text));
  };
  return isPair(at) || (tokens[at]?.spaced === false && isPair(at - 2));
}

/** `020 7946 0958`, `(555) 123-4567`, `+1 555-123-4567`: told by a leading zero, or by three digits and four. */
function isTelephone(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const hasLeadingZero = (one: Token | undefined): boolean =>
    one?.kind === 'number' && one.text.startsWith('0') && /^0\d/.test(one.text);
  if (hasLeadingZero(token) || hasLeadingZero(before) || hasLeadingZero(after)) return true;
  if (before?.text === '+' && after?.kind === 'number') return true;
  if (before?.text === '(' && after?.text === ')' && isLocalNumber(tokens, at + 2)) return true;
  return isLocalNumber(tokens, at) || isLocalNumber(tokens, at - 2) || isInternational(tokens, at);
}

/** The groups after `+44`. */
function isInternational(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (at - first < MOST_GROUPS && tokens[first - 1]?.kind === 'number') first--;
  return first < at && tokens[first - 1]?.text === '+';
}

const MOST_GROUPS = 5;

/** `123-4567`. */
function isLocalNumber(tokens: readonly Token[], at: number): boolean {
  const [one, dash, two] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const isTight = dash?.text === '-' && !dash.spaced && two?.spaced === false;
  return isTight && /^\d{3}$/.test(one?.text ?? '') && /^\d{4}$/.test(two?.text ?? '');
}
