import {
  type CodeAction,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Hover,
  type MarkupContent,
  MarkupKind,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { indexLines, type LineMap } from '../core/text/line-map.ts';
import type { Span } from '../core/text/span.ts';
import type { LocatedIssue, Place } from '../host/located-issue.ts';
import {
  type DraftAction,
  type Finding,
  type HoverCard,
  type PackCard,
  remembered,
  type Severity,
} from '../service/index.ts';
import { type ClientFeatures, codeActionKinds } from './client-features.ts';
import { findingPage, packPage } from './documentation.ts';
import type { Checked } from './drafts.ts';
import { uriOfPath } from './file-uri.ts';
import type { FindingCommand, FindingReference } from './protocol.ts';
import { sourceInformation } from './source-information.ts';
import type { SourceShelf } from './source-shelf.ts';

/** The `source` of every diagnostic. */
export const diagnosticSource = 'stet';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The lines of the draft that a check read. */
export function linesOf({ snapshot }: Checked): LineMap {
  return indexLines(snapshot.reading.text);
}

/** A span of the text that `lines` indexes, as a range. */
export function toLspRange({ start, end }: Span, lines: LineMap): Range {
  return { start: lines.position(start), end: lines.position(end) };
}

/** A finding as a diagnostic; the record as related information where the client shows it. */
export function toLspDiagnostic(
  finding: Finding,
  lines: LineMap,
  check: Checked,
  features: ClientFeatures,
  shelf: SourceShelf,
): Diagnostic {
  const shown = features.showsRelatedInformation
    ? [...relatedInformation(finding, check.facts), ...sourceInformation(finding, check, shelf)]
    : [];
  return {
    range: toLspRange(finding.span, lines),
    severity: severities[finding.severity],
    code: finding.code,
    codeDescription: findingPage(finding.code),
    source: diagnosticSource,
    message: finding.message,
    data: { statement: finding.statement, slip: finding.slip },
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(shown.length === 0 ? {} : { relatedInformation: shown }),
  };
}

/** A mistake in a pack as a diagnostic of its YAML file. */
export function toLspPackDiagnostic(issue: LocatedIssue): Diagnostic {
  const { other } = issue;
  const location = other && { uri: uriOfPath(other.file), range: placeRange(other) };
  return {
    range: placeRange(issue),
    severity: severities[issue.severity],
    code: issue.code,
    codeDescription: packPage(),
    source: diagnosticSource,
    message: issue.message,
    ...(location ? { relatedInformation: [{ location, message: 'It stands here' }] } : {}),
  };
}

/** A citation card in the form that the client shows. */
export function toLspHover(card: HoverCard, lines: LineMap, features: ClientFeatures): Hover {
  return { contents: toLspCard(card, features), range: toLspRange(card.span, lines) };
}

/** A text about something in a pack, in the form that the client shows. */
export function toLspCard(card: PackCard, { showsMarkdown }: ClientFeatures): MarkupContent {
  return showsMarkdown
    ? { kind: MarkupKind.Markdown, value: card.markdown }
    : { kind: MarkupKind.PlainText, value: card.plain };
}

/** An action with its edit, or the command that does it; `diagnostics` are the client's own that it takes away. */
export function toLspCodeAction(
  action: DraftAction,
  uri: string,
  lines: LineMap,
  diagnostics: readonly Diagnostic[],
  features: ClientFeatures,
): CodeAction {
  return {
    title: action.title,
    kind: codeActionKinds[action.kind],
    ...(toLspCommand(action, uri, lines, features) ?? {
      edit: toLspEdit(action, uri, lines, features),
    }),
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(diagnostics.length === 0 ? {} : { diagnostics: [...diagnostics] }),
  };
}

/** The command of an action that is more than an edit: one that asks for a reason, or that changes the baseline. */
function toLspCommand(
  { kind, title, target, statement, version }: DraftAction,
  uri: string,
  lines: LineMap,
  { asksReasons }: ClientFeatures,
): Pick<CodeAction, 'command'> | undefined {
  const command = findingCommands[kind];
  if (command === undefined || target === null || statement === undefined) return undefined;
  if (kind === 'suppress' && !asksReasons) return undefined;
  const finding: FindingReference = { uri, version, range: toLspRange(target, lines), statement };
  return { command: { title, command, arguments: [finding] } };
}

const findingCommands: Partial<Record<DraftAction['kind'], FindingCommand>> = {
  suppress: 'stet.letStand',
  dismiss: 'stet.dismiss',
  undismiss: 'stet.undismiss',
};

/** With the draft's version where the client checks it, so that an edit never lands in another text. */
export function toLspEdit(
  { edits, version }: Pick<DraftAction, 'edits' | 'version'>,
  uri: string,
  lines: LineMap,
  { appliesVersionedEdits }: ClientFeatures,
): WorkspaceEdit {
  const textEdits = edits.map(({ span, text }) => ({
    range: toLspRange(span, lines),
    newText: text,
  }));
  return appliesVersionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** Where the values behind a finding are written, and what is said there: of the same facts the same objects. */
function relatedInformation(
  { record }: Finding,
  facts: Checked['facts'],
): DiagnosticRelatedInformation[] {
  return record.flatMap(({ statement, message }) =>
    related(facts, statement, () => {
      const place = facts.statementPlace(statement);
      if (place === undefined) return [];
      return [{ location: { uri: uriOfPath(place.file), range: placeRange(place) }, message }];
    }),
  );
}

/** By statement. */
const related = remembered<Checked['facts'], readonly DiagnosticRelatedInformation[]>();

/** Places count from 1, the protocol from 0. */
export function placeRange({ position, end }: Place): Range {
  return {
    start: { line: position.line - 1, character: position.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}
