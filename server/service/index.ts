/**
 * What the shells may ask of Stet: one function for each thing an editor or the terminal shows.
 * Everything works on a snapshot (one version of a draft, read against one revision of the facts)
 * and gives plain data; positions are UTF-16 offsets into the draft.
 */

// The types of the core that the shells hand in.

export type { FactBase } from '../core/facts/fact-base.ts';
export type { DraftOptions } from '../core/index.ts';

// Snapshots: read a draft, keep the last reading of open drafts.

export { type Draft, type DraftSnapshot, DraftStore, takeSnapshot } from './draft-store.ts';

// What is underlined, and how much of it there is.

export {
  addCounts,
  countVerdicts,
  type Finding,
  type FindingVerdict,
  findings,
  noVerdicts,
  type Severities,
  type Severity,
} from './findings.ts';
export { isBeingWritten } from './is-being-written.ts';

// What is shown on hovering.

export type { CardLinks } from './card-links.ts';
export { claimAt } from './claim-at.ts';
export { describeQuestion } from './describe-question.ts';
export { type HoverCard, hoverCard } from './hover-card.ts';
export { supportedMarks } from './supported-marks.ts';

// What can be done about it.

export {
  actionsAt,
  type DraftAction,
  type DraftEdit,
  fixAll,
  fixAllEdits,
} from './actions.ts';
export { placeSuppression } from './place-suppression.ts';

// What the writer is offered: who is to be cited, and what is on record.

export { type CitationStyle, citationStyles } from './citation-style.ts';
export { citationsAt, citationText } from './cite-actions.ts';
export {
  figureCard,
  statementSources,
  statementStanding,
} from './figure-card.ts';
export { searchFigures } from './search-figures.ts';
export { type FigureSuggestion, suggestFigures } from './suggest-figures.ts';
export { writeValue } from './write-value.ts';

// What was dismissed before.

export {
  type BaselineEntry,
  baselineEntry,
  type DraftOfBaseline,
  inOrder,
  updateBaseline,
  withBaseline,
} from './baseline.ts';

// Why a figure was bound, or was not; why something is underlined, or is not.

export {
  type Comparison,
  explainFigure,
  explainFigures,
  type FigureExplanation,
} from './explain-figure.ts';
export { explainMark } from './explain-mark.ts';
export { explanationPage } from './explanation-page.ts';

// What the shells ask of their input.

export { isIsoDay } from './is-iso-day.ts';

// Wording that the terminal shares with the editor.

export { citeSources, describeCitation, type SourceCitation } from './cite-sources.ts';
export { describeAmount, describeInterval } from './describe-amount.ts';
export { describeDifference } from './describe-difference.ts';
export { describeFigure, describeReading } from './describe-figure.ts';
export { describeRecordEntry } from './describe-record.ts';
export { describeAsOf, describeDays, describeTime } from './describe-time.ts';

// What the writer of a pack is shown and offered.

export { packJsonSchema } from '../core/facts/pack-json-schema.ts';
export { type PackContext, packCandidates } from './pack-candidates.ts';
export { entryCard, type PackCard, type PackKnowledge } from './pack-cards.ts';
export {
  catalogue,
  entryKey,
  type PackCatalogue,
  propertyKind,
  unitId,
  withEntries,
} from './pack-catalogue.ts';
export { placesInText } from './point-into-text.ts';
export { remembered } from './remembered.ts';
export { statedClaims } from './stated-claims.ts';
export { statementCard } from './statement-card.ts';
