import type { CodeAction, CodeActionParams, Diagnostic, Range } from 'vscode-languageserver';
import type { LineMap } from '../core/text/line-map.ts';
import { actionsAt, citationsAt, type DraftAction, fixAll } from '../service/index.ts';
import { type ClientFeatures, codeActionKinds } from './client-features.ts';
import type { Checked } from './drafts.ts';
import { diagnosticSource, linesOf, toLspCodeAction, toLspRange } from './to-lsp.ts';

/** What can be done at the range that was asked for, as far as the client asked for its kind. */
export function codeActions(
  check: Checked,
  { range, context, textDocument }: CodeActionParams,
  features: ClientFeatures,
): CodeAction[] {
  const lines = linesOf(check);
  const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
  const { severity } = check.scope.settings;
  const ours = context.diagnostics.filter(({ source }) => source === diagnosticSource);
  const hasBaseline = check.baseline !== undefined && features.executesCommands;
  const actions = actionsAt(check.snapshot, span, severity, { hasBaseline });
  const atRange = chosen(actions, ours, lines);
  const all = atRange.some(({ kind }) => kind === 'fix-all')
    ? undefined
    : askedByName(context.only) && fixAll(check.snapshot, severity);
  return [...atRange, ...citations(check, span.start, context.only), ...(all ? [all] : [])]
    .filter(({ kind }) => isAsked(codeActionKinds[kind], context.only))
    .map((action) =>
      toLspCodeAction(action, textDocument.uri, lines, resolved(action, ours, lines), features),
    );
}

/** The first source that may be cited, or every one where a client asks for citations by name, to have the writer choose. */
function citations(
  { snapshot, scope }: Checked,
  offset: number,
  only: readonly string[] | undefined,
): readonly DraftAction[] {
  if (!isAsked(codeActionKinds.cite, only)) return [];
  const isByName = only?.includes(codeActionKinds.cite) === true;
  const { style } = scope.settings.citation;
  return citationsAt(snapshot, offset, style, isByName ? {} : { atMost: 1 });
}

/** Of several findings at one place, the actions for those whose diagnostics the client names. */
function chosen(
  actions: readonly DraftAction[],
  diagnostics: readonly Diagnostic[],
  lines: LineMap,
): readonly DraftAction[] {
  const isMeant = (action: DraftAction): boolean => resolved(action, diagnostics, lines).length > 0;
  // Diagnostics older than the text may match nothing; the range then decides alone.
  if (!actions.some(isMeant)) return actions;
  return actions.filter((action) => action.target === null || isMeant(action));
}

/** The client's diagnostics that an action takes away. */
function resolved(
  { target }: DraftAction,
  diagnostics: readonly Diagnostic[],
  lines: LineMap,
): readonly Diagnostic[] {
  if (target === null) return [];
  const range = toLspRange(target, lines);
  return diagnostics.filter((diagnostic) => isSameRange(diagnostic.range, range));
}

function isSameRange(one: Range, other: Range): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.line === other.end.line &&
    one.end.character === other.end.character
  );
}

/** Whether the whole draft's correction is asked for wherever the caret is, as on saving. */
function askedByName(only: readonly string[] | undefined): boolean {
  return only !== undefined && isAsked(codeActionKinds['fix-all'], only);
}

/** A kind is asked for by itself and by each kind it is part of. */
function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return true;
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
