import type { Claim, DraftReading } from '../core/claims/claim.ts';
import { ReadingOnDemand } from '../core/claims/draft-reading.ts';
import { letStand } from '../core/claims/make-claim.ts';
import { claimSentence, digestSentence, onOneLine } from './claim-sentence.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** A finding that was dismissed, in words by which it is known again wherever its sentence moves to. */
export interface BaselineEntry {
  /** The draft, relative to the folder of the baseline, with `/`. */
  readonly path: string;
  readonly statement: string;
  /** The figure as written. */
  readonly text: string;
  /** Digest of the sentence, {@link digestSentence}. */
  readonly sentence: string;
  /** Why it may stand; '' where nobody said. */
  readonly reason: string;
}

/** A draft with the findings let stand that the baseline has, and the entries that did so. */
export interface BaselinedDraft {
  readonly draft: DraftSnapshot;
  readonly used: ReadonlySet<BaselineEntry>;
}

/**
 * Let the findings of a draft stand that `entries`, those of its path, know: by statement, figure and sentence. Where
 * that sentence is nowhere any more, as when another figure in it was corrected, an entry holds for the one finding of
 * the same statement and figure that is left, and for none where there are several.
 * What a comment lets stand already needs no entry. One entry holds for a sentence that is repeated, too.
 */
export function withBaseline(
  draft: DraftSnapshot,
  entries: readonly BaselineEntry[],
): BaselinedDraft {
  if (entries.length === 0) return { draft, used: new Set() };
  const { reading } = draft;
  const found = pairUp(reading.claims.filter(isFinding), reading.text, entries);
  if (found.size === 0) return { draft, used: new Set() };
  const baselined = new Map<Claim, BaselineEntry>();
  const claims = reading.claims.map((claim) => {
    const entry = found.get(claim);
    if (entry === undefined) return claim;
    const standing = letStand(claim, entry.reason);
    baselined.set(standing, entry);
    return standing;
  });
  return {
    draft: { ...draft, baselined, unbaselined: reading, reading: withClaims(reading, claims) },
    used: new Set(baselined.values()),
  };
}

/** The entry by which a claim of the draft `path` stands from then on. */
export function baselineEntry(
  claim: Claim,
  draft: DraftSnapshot,
  path: string,
  reason: string,
): BaselineEntry {
  const { statement } = claim;
  const { text } = draft.reading;
  return {
    path,
    statement,
    text: onOneLine(claim.text),
    sentence: digestSentence(claimSentence(text, claim.span)),
    reason: onOneLine(reason),
  };
}

/** A baseline after a change. */
export interface BaselineUpdate {
  /** In their order, each finding once. */
  readonly entries: readonly BaselineEntry[];
  readonly added: number;
  readonly dropped: number;
}

/** A draft whose findings the baseline let stand already, as far as it has them. */
export interface DraftOfBaseline extends BaselinedDraft {
  readonly path: string;
}

/**
 * A baseline that has every finding of `drafts`: entries in use stay, by the sentence that they are in now and with
 * their reasons; those of no use go, and so do those of drafts that are gone. Entries of drafts that were not checked
 * stay as they are. A finding of a draft that was renamed keeps its reason.
 */
export function updateBaseline(
  entries: readonly BaselineEntry[],
  drafts: readonly DraftOfBaseline[],
  isGone: (path: string) => boolean,
  reason: string,
): BaselineUpdate {
  const byPath = new Map(drafts.map((one) => [one.path, one]));
  const elsewhere = entries.filter(({ path }) => !byPath.has(path) && !isGone(path));
  const reasons = new Map(entries.map((entry) => [findingKey(entry), entry.reason]));
  const present = drafts.flatMap(({ path, draft }) => {
    const known = [...(draft.baselined ?? [])].map(([claim, entry]) =>
      baselineEntry(claim, draft, path, entry.reason),
    );
    const found = draft.reading.claims.filter(isFinding).map((claim) => {
      const entry = baselineEntry(claim, draft, path, reason);
      return { ...entry, reason: reasons.get(findingKey(entry)) ?? entry.reason };
    });
    return [...known, ...found];
  });
  const all = inOrder([...elsewhere, ...present]);
  const kept = elsewhere.length + drafts.reduce((sum, { used }) => sum + used.size, 0);
  return { entries: all, added: all.length - kept, dropped: entries.length - kept };
}

/** Entries in the order of the file, each finding once; of two the first one stays. */
export function inOrder(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  // By code units: the same order whatever the locale of the machine.
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}

function isFinding({ verdict, suppressed }: Claim): boolean {
  return verdict !== 'supported' && suppressed === null;
}

/** Which finding stands by which entry: this runs at every keystroke, so that entries are looked up by their figure. */
function pairUp(
  findings: readonly Claim[],
  text: string,
  entries: readonly BaselineEntry[],
): ReadonlyMap<Claim, BaselineEntry> {
  const entriesFor = entriesByFigure(entries);
  const pairs = new Map<Claim, BaselineEntry>();
  for (const claim of findings) {
    const alike = entriesFor(claim);
    if (alike.length === 0) continue;
    const sentence = digestSentence(claimSentence(text, claim.span));
    const entry = alike.find((one) => one.sentence === sentence);
    if (entry !== undefined) pairs.set(claim, entry);
  }
  const used = new Set(pairs.values());
  const left = findings
    .filter((claim) => !pairs.has(claim))
    .map((claim) => ({ claim, idle: entriesFor(claim).filter((entry) => !used.has(entry)) }));
  const wanted = new Map<BaselineEntry, number>();
  for (const entry of left.flatMap(({ idle }) => idle)) {
    wanted.set(entry, (wanted.get(entry) ?? 0) + 1);
  }
  for (const { claim, idle } of left) {
    const [entry, second] = idle;
    const isOnlyOne = entry !== undefined && second === undefined && wanted.get(entry) === 1;
    if (isOnlyOne) pairs.set(claim, entry);
  }
  return pairs;
}

/** The entries about a claim's figure and its statement, or another value of the same question. */
function entriesByFigure(
  entries: readonly BaselineEntry[],
): (claim: Claim) => readonly BaselineEntry[] {
  const byText = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const ofText = byText.get(entry.text);
    if (ofText) ofText.push(entry);
    else byText.set(entry.text, [entry]);
  }
  return ({ text, statement: own, record }) =>
    (byText.get(onOneLine(text)) ?? []).filter(
      ({ statement }) => statement === own || record.some((one) => one.statement === statement),
    );
}

function keyOf(entry: BaselineEntry): string {
  return `${entry.path}\n${findingKey(entry)}`;
}

/** What a finding is known by, whatever its draft is called. */
function findingKey({ statement, text, sentence }: BaselineEntry): string {
  return `${statement}\n${text}\n${sentence}`;
}

/** The figures stay unread until somebody asks for them. */
function withClaims(reading: DraftReading, claims: readonly Claim[]): DraftReading {
  const { text, asOf, asOfBasis, suppressionHints, work } = reading;
  return new ReadingOnDemand(
    { text, asOf, asOfBasis, claims, suppressionHints, work },
    () => reading.figures,
  );
}
