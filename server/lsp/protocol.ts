/**
 * What the server says beyond the Language Server Protocol, shared with the client as types.
 *
 * - Notification `stet/status` ({@link StatusParams}), server to client: sent after every check of an
 *   open draft, to clients that ask for it with `initializationOptions: { status: true }`.
 * - Request `stet/checkWorkspace` ({@link CheckWorkspaceParams} → {@link CheckWorkspaceResult}), client
 *   to server: checks every draft of the workspace folders. Cancel it like any request.
 * - Request `stet/recordFact` ({@link RecordFactParams} → {@link RecordFactResult}), client to server: reads
 *   a fact from a range of an open document. Where something cannot be read the result is a question; send the
 *   request again with its answer among the others. Nothing is written: the last result is the edit.
 * - Request `stet/explain` ({@link ExplainParams} → {@link ExplainResult}), client to server: why the figure at a
 *   place is, or is not, underlined.
 * - Request `stet/citation` ({@link CitationParams} → {@link CitationResult}), client to server: the citation of the
 *   figure at a place, in plain text.
 * - Request `stet/figures` ({@link FiguresParams} → {@link FiguresResult}), client to server: values on record whose words
 *   hold what is looked for, each as it would be written in the draft. Cancel it like any request.
 * - Notification `stet/caret` ({@link CaretParams}), client to server: where the caret of the editor at hand went after
 *   an edit, so that a figure held back while it is written is shown once the caret leaves it. A client that never sends
 *   it has figures held back by the place and the time of the last edit alone.
 * - Notification `stet/pause` ({@link PauseParams}), client to server: which drafts are not to be checked for now;
 *   `initializationOptions: { paused }` says so at the start.
 * - Commands `stet.letStand`, `stet.dismiss` and `stet.undismiss` (of one {@link FindingReference}), of code actions: let a
 *   finding stand by a comment in the draft, put it into the baseline, take it out of it. The server executes them. A
 *   client that asks the writer for the reason says so with `initializationOptions: { asksReasons: true }`; for others
 *   a comment comes as an edit, with a reason to complete.
 * - Command `stet.showReferences` ({@link ShowReferencesArguments}): of code lenses, for clients that have
 *   it and say so with `initializationOptions: { showsReferences: true }`; it shows the places in a list.
 * - Commands `stet.explain` and `stet.copyCitation` ({@link LinkCommandArguments}): of links in a hover, for clients that
 *   run them from there and say so with `initializationOptions: { linkCommands: ["stet.explain"] }`.
 */
export type StatusMethod = 'stet/status';
export type CheckWorkspaceMethod = 'stet/checkWorkspace';
export type RecordFactMethod = 'stet/recordFact';
export type ExplainMethod = 'stet/explain';
export type CitationMethod = 'stet/citation';
export type FiguresMethod = 'stet/figures';
export type CaretMethod = 'stet/caret';
export type PauseMethod = 'stet/pause';

export type ShowReferencesCommand = 'stet.showReferences';
export type FindingCommand = 'stet.letStand' | 'stet.dismiss' | 'stet.undismiss';
export type LinkCommand = 'stet.explain' | 'stet.copyCitation';

/** A position as in the Language Server Protocol, counted from 0. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

/** A range as in the Language Server Protocol. */
export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

/** A place of an open document. */
export interface PlaceParams {
  readonly textDocument: { readonly uri: string };
  readonly position: WirePosition;
}

/** The document and the place where the list opens, and the places it holds. */
export type ShowReferencesArguments = readonly [
  uri: string,
  position: WirePosition,
  places: readonly { readonly uri: string; readonly range: WireRange }[],
];

/** What is to be explained or cited: the figure at a place of a draft. */
export interface FigurePlace {
  readonly uri: string;
  readonly position: WirePosition;
}

export type LinkCommandArguments = readonly [FigurePlace];

/** A finding as it was offered. Once the document has another version, nothing is done, and a message says so. */
export interface FindingReference {
  readonly uri: string;
  readonly version: number;
  readonly range: WireRange;
  readonly statement: string;
  /** Why it may stand; '' for none. Where it is absent the client is to ask for it, if it can. */
  readonly reason?: string;
}

/** What the server understands of `initializationOptions`; everything may be left out. */
export interface StetInitializationOptions {
  /** Send `stet/status`. */
  readonly status?: boolean;
  /** The client has the command `stet.showReferences`. */
  readonly showsReferences?: boolean;
  /** The client asks for the reason before it sends `stet.letStand` and `stet.dismiss`. */
  readonly asksReasons?: boolean;
  /** Commands that the client runs from a link in a hover. */
  readonly linkCommands?: readonly LinkCommand[];
  /** Drafts that are not to be checked for now, as `stet/pause` says later. */
  readonly paused?: readonly string[];
  /** Absolute path of a folder for what can be made again, parsed packs; else the system's cache; null for none. */
  readonly cacheFolder?: string | null;
  /** Settings as under `stet` in the configuration; the configuration overrules them. */
  readonly settings?: unknown;
}

/** How many claims of a draft have each verdict; suppressed claims are counted apart. */
export interface VerdictCounts {
  readonly supported: number;
  readonly conflict: number;
  readonly disputed: number;
  readonly outdated: number;
  readonly overprecise: number;
  readonly suppressed: number;
}

/** Why a draft is not checked. */
export type UncheckedCause =
  | 'turned-off'
  | 'paused'
  | 'not-a-draft'
  | 'too-long'
  | 'no-facts'
  | 'facts-not-loaded';

/** The state of one open draft. */
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly counts: VerdictCounts;
  /** Why the draft is not checked, for people; null when it is. */
  readonly reason: string | null;
  /** The same, for a client that offers what can be done about it; null when the draft is checked. */
  readonly cause: UncheckedCause | null;
  /** What limits the check, for people: a pack with errors, a setting that cannot be read. */
  readonly notes: readonly string[];
}

export interface CheckWorkspaceParams {
  /** Progress is reported to this token; without it the server asks the client for one, if it can. */
  readonly workDoneToken?: string | number;
}

export interface CheckWorkspaceResult {
  /** Drafts that were checked. */
  readonly files: number;
  readonly counts: VerdictCounts;
  /** Drafts that were not checked, and why. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
  /** Whether the user stopped it; the counts then cover what was checked until then. */
  readonly cancelled: boolean;
}

export interface RecordFactParams {
  readonly textDocument: { readonly uri: string };
  /** What states the fact; empty for the sentence there. */
  readonly range: WireRange;
  /** The answers to the questions so far, by what they are about. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** What cannot be read from the text. */
export interface RecordFactQuestion {
  /** The key of its answer. */
  readonly about: string;
  readonly prompt: string;
  /** The likeliest first. */
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly detail: string;
  }[];
  /** Whether an answer may be written that is none of the options. */
  readonly isOpen: boolean;
  /** What to begin with where an answer is written. */
  readonly suggestion?: string;
}

/** A file with what the fact changes in it; nothing else of it is touched. */
export interface RecordFactChange {
  readonly uri: string;
  /** Whether it has to be created. */
  readonly isNew: boolean;
  readonly range: WireRange;
  readonly text: string;
}

export type RecordFactResult =
  | { readonly kind: 'question'; readonly question: RecordFactQuestion }
  | {
      readonly kind: 'change';
      /** What is done, for people. */
      readonly summary: string;
      /** What is added, as YAML. */
      readonly preview: string;
      /** The id of the statement that the fact is on record as. */
      readonly statement: string;
      /** The last is the file of the statement. */
      readonly changes: readonly RecordFactChange[];
    }
  /** Why nothing can be, or need be, recorded, for people. */
  | { readonly kind: 'nothing'; readonly reason: string };

export interface ExplainParams extends PlaceParams {
  /** The client's version of the text; where the server has another by then, there is no answer. */
  readonly version?: number;
}

export interface ExplainResult {
  /** In one sentence, for people, without mark-up: why something is, or is not, underlined there. */
  readonly summary: string;
  /** The whole reckoning as a document; only the summary where no figure is. */
  readonly markdown: string;
  /** The figure; null where none is. */
  readonly range: WireRange | null;
}

export interface CaretParams extends PlaceParams {
  /** The client's version of the text; a place of another version is passed over. */
  readonly version: number;
}

export interface PauseParams {
  /** Every draft that is not to be checked, by its URI; those of before that are missing are checked again. */
  readonly uris: readonly string[];
}

export type CitationParams = PlaceParams;

export type CitationResult =
  | { readonly kind: 'citation'; readonly text: string }
  /** Why there is none, for people. */
  | { readonly kind: 'nothing'; readonly reason: string };

/** Where a figure is to be put in: it is written in the form of those near it. */
export interface FiguresParams extends PlaceParams {
  /** Words to look for; empty for all that is on record. */
  readonly query: string;
}

/** A value on record. */
export interface RecordedFigure {
  /** As it would be written in the draft. */
  readonly text: string;
  /** Whom and what it is of: `Acme, valuation`. */
  readonly title: string;
  /** As of when, and who says so. */
  readonly detail: string;
  readonly statement: string;
}

export interface FiguresResult {
  /** The likeliest first. */
  readonly figures: readonly RecordedFigure[];
  /** How many more there are. */
  readonly more: number;
  /** Why there is none, for people; null where the record was searched. */
  readonly reason: string | null;
}
