import type { Claim, DraftReading } from '../core/claims/claim.ts';
import { claimSentence, digestSentence, onOneLine } from './claim-sentence.ts';
import type { DraftSnapshot } from './draft-store.ts';

/**
 * A finding that was dismissed: what it was about, so that it is known again wherever its sentence moves to. Once the
 * figure or its sentence is another, it is another finding.
 */
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
 * Let the findings of a draft stand that `entries`, those of its path, know. What a comment lets stand already needs
 * no entry. One entry holds for the same figure in a repeated sentence too.
 */
export function withBaseline(
  draft: DraftSnapshot,
  entries: readonly BaselineEntry[],
): BaselinedDraft {
  if (entries.length === 0) return { draft, used: new Set() };
  const { reading } = draft;
  const baselined = new Map<Claim, BaselineEntry>();
  const claims = reading.claims.map((claim) => {
    const entry = isFinding(claim) ? entryFor(claim, reading.text, entries) : undefined;
    if (entry === undefined) return claim;
    const standing = { ...claim, suppressed: entry.reason };
    baselined.set(standing, entry);
    return standing;
  });
  return {
    draft: { ...draft, baselined, reading: withClaims(reading, claims) },
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
 * A baseline that has every finding of `drafts`: entries in use stay, with their reasons, those of no use go, and so
 * do those of drafts that are gone. Entries of drafts that were not checked stay as they are. A finding of a draft
 * that was renamed keeps its reason.
 */
export function updateBaseline(
  entries: readonly BaselineEntry[],
  drafts: readonly DraftOfBaseline[],
  isGone: (path: string) => boolean,
  reason: string,
): BaselineUpdate {
  const byPath = new Map(drafts.map((one) => [one.path, one]));
  const isKept = (entry: BaselineEntry): boolean =>
    byPath.get(entry.path)?.used.has(entry) ?? !isGone(entry.path);
  const kept = entries.filter(isKept);
  const reasons = new Map(entries.map((entry) => [findingKey(entry), entry.reason]));
  const found = drafts.flatMap(({ path, draft }) =>
    draft.reading.claims.filter(isFinding).map((claim) => {
      const entry = baselineEntry(claim, draft, path, reason);
      return { ...entry, reason: reasons.get(findingKey(entry)) ?? entry.reason };
    }),
  );
  const all = inOrder([...kept, ...found]);
  return { entries: all, added: all.length - kept.length, dropped: entries.length - kept.length };
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

function entryFor(
  claim: Claim,
  text: string,
  entries: readonly BaselineEntry[],
): BaselineEntry | undefined {
  const written = onOneLine(claim.text);
  const ids = [claim.statement, ...claim.record.map(({ statement }) => statement)];
  const alike = entries.filter((one) => one.text === written && ids.includes(one.statement));
  if (alike.length === 0) return undefined;
  const sentence = digestSentence(claimSentence(text, claim.span));
  return alike.find((entry) => entry.sentence === sentence);
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
  return {
    text,
    asOf,
    asOfBasis,
    claims,
    get figures() {
      return reading.figures;
    },
    suppressionHints,
    work,
  };
}
