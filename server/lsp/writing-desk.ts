import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver';
import {
  citationText,
  type DraftSnapshot,
  describeQuestion,
  type FigureSuggestion,
  figureCard,
  searchFigures,
  statementSources,
  statementStanding,
  suggestFigures,
  writeValue,
} from '../service/index.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Check, Checked } from './drafts.ts';
import type { CitationParams, CitationResult, FiguresParams, FiguresResult } from './protocol.ts';
import { linesOf, toLspCard, toLspRange } from './to-lsp.ts';

/** The signs that a figure begins with; a space, since most figures are wanted behind one. */
export const figureTriggers = [' ', '$', '€', '£', '¥'];

/** More than this are not read in a list; whoever looks for another types on. */
const LISTED = 100;

/** What the desk needs of the server around it. */
export interface WritingHost {
  readonly features: ClientFeatures;
  /** The document as it was when it was asked for; undefined where it changed meanwhile. */
  check(uri: string): Promise<Check | undefined>;
}

/** Answers what is asked while a draft is written: what is on record, and who is to be cited for it. */
export class WritingDesk {
  readonly #host: WritingHost;

  constructor(host: WritingHost) {
    this.#host = host;
  }

  /** Recorded figures that go on with the words before the caret. */
  async complete(params: CompletionParams): Promise<CompletionList | null> {
    const check = await this.#host.check(params.textDocument.uri);
    if (check?.kind !== 'checked' || !check.scope.settings.completion) return null;
    const lines = linesOf(check);
    const { suggestions } = suggestFigures(check.snapshot, lines.offset(params.position), {
      isUnasked: isUnasked(params),
    });
    const items = suggestions.map((suggestion, index) =>
      toItem(suggestion, index, check, this.#host.features),
    );
    return { isIncomplete: false, items };
  }

  /** The citation of a figure in plain text. */
  async citation({ textDocument, position }: CitationParams): Promise<CitationResult> {
    const check = await this.#host.check(textDocument.uri);
    if (check?.kind !== 'checked') return { kind: 'nothing', reason: whyUnread(check) };
    const text = citationText(check.snapshot, linesOf(check).offset(position));
    return text === undefined
      ? { kind: 'nothing', reason: 'No figure that a source on record states is here' }
      : { kind: 'citation', text };
  }

  /** Values on record by words. */
  async figures(
    { textDocument, position, query }: FiguresParams,
    token: CancellationToken,
  ): Promise<FiguresResult> {
    const check = await this.#host.check(textDocument.uri);
    if (check?.kind !== 'checked') return { figures: [], more: 0, reason: whyUnread(check) };
    const { snapshot } = check;
    const offset = linesOf(check).offset(position);
    const search = searchFigures(snapshot.facts, query, {
      limit: LISTED,
      subjects: subjectsOf(snapshot),
    });
    for (;;) {
      const step = search.next();
      if (step.done) {
        const { found, count } = step.value;
        const figures = found.map((statement) => ({
          text: writeValue(statement, snapshot, { start: offset, end: offset }),
          title: describeQuestion(statement.id, snapshot.facts),
          detail: detailOf(statement, snapshot),
          statement: statement.id,
        }));
        return { figures, more: count - found.length, reason: null };
      }
      await new Promise((resolve) => setImmediate(resolve));
      if (token.isCancellationRequested) return { figures: [], more: 0, reason: null };
    }
  }
}

function whyUnread(check: Check | undefined): string {
  return check?.kind === 'unchecked'
    ? `Nothing is checked here: ${check.reason}`
    : 'The draft has changed meanwhile; ask again';
}

/** A space alone is no wish to be offered anything. */
function isUnasked({ context }: CompletionParams): boolean {
  return (
    context?.triggerKind === CompletionTriggerKind.TriggerCharacter &&
    context.triggerCharacter === ' '
  );
}

function toItem(
  { text, span, statement }: FigureSuggestion,
  index: number,
  check: Checked,
  features: ClientFeatures,
): CompletionItem {
  const { facts } = check.snapshot;
  const standing = statementStanding(statement, facts);
  return {
    label: text,
    kind: CompletionItemKind.Value,
    detail: standing === '' ? describeQuestion(statement.id, facts) : standing,
    documentation: toLspCard(figureCard(statement, facts), features),
    sortText: String(index).padStart(3, '0'),
    filterText: text,
    textEdit: { range: toLspRange(span, linesOf(check)), newText: text },
  };
}

type Statement = FigureSuggestion['statement'];

/** `as of October 2025 · “Title”, Publisher` */
function detailOf(statement: Statement, { facts }: DraftSnapshot): string {
  return [statementStanding(statement, facts), statementSources(statement, facts)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Whom the draft speaks of already. */
function subjectsOf({ reading, facts }: DraftSnapshot): ReadonlySet<string> {
  const subjects = reading.claims.flatMap(({ statement }) => {
    return facts.statements.get(statement)?.subject ?? [];
  });
  return new Set(subjects);
}
