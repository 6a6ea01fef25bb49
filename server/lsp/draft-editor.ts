import type {
  CodeAction,
  CodeActionParams,
  CompletionList,
  CompletionParams,
  Connection,
  DefinitionParams,
  ExecuteCommandParams,
  Hover,
  HoverParams,
  InlayHint,
  InlayHintParams,
  Location,
  LocationLink,
  ReferenceParams,
} from 'vscode-languageserver';
import type { Span } from '../core/text/span.ts';
import { hoverCard } from '../service/index.ts';
import type { Baselines } from './baselines.ts';
import { cardLinks } from './card-links.ts';
import { codeActions } from './code-actions.ts';
import { versionOf } from './draft-diagnostics.ts';
import { defineFigure, figureReferences, type NavigationHost } from './draft-navigation.ts';
import type { Check, Checked } from './drafts.ts';
import { explain, noExplanation } from './explain.ts';
import { executeFindingCommand } from './finding-commands.ts';
import { inlayHints } from './inlay-hints.ts';
import type { ExplainParams, ExplainResult } from './protocol.ts';
import type { Scopes } from './scopes.ts';
import { linesOf, toLspHover } from './to-lsp.ts';
import type { WritingDesk } from './writing-desk.ts';

/** What the writing of drafts needs of the server around it. */
export interface DraftEditorHost extends NavigationHost {
  readonly connection: Connection;
  readonly scopes: Scopes;
  readonly baselines: Baselines;
  readonly writing: WritingDesk;
  /** The document as it was when it was asked for; undefined where it changed meanwhile. */
  check(uri: string): Promise<Check | undefined>;
  /** Whether the figure at a span of the text is being written, and nothing is to be said of it yet. */
  isHeldBack(uri: string, text: string, span: Span): boolean;
}

/** Answers what is asked at a place of a draft: what is on record there, where it comes from, what can be done. */
export class DraftEditor {
  readonly #host: DraftEditorHost;

  constructor(host: DraftEditorHost) {
    this.#host = host;
  }

  async hover({ textDocument: { uri }, position }: HoverParams): Promise<Hover | null> {
    const check = await this.#checked(uri);
    if (check === undefined) return null;
    const { features, shelf } = this.#host;
    const lines = linesOf(check);
    const links = cardLinks(uri, check, lines, shelf, features);
    const card = hoverCard(check.snapshot, lines.offset(position), links);
    return card === undefined ? null : toLspHover(card, lines, features);
  }

  /** Where a figure comes from. */
  async definition(params: DefinitionParams): Promise<Location[] | LocationLink[] | null> {
    const check = await this.#checked(params.textDocument.uri);
    return check === undefined ? null : defineFigure(check, params, this.#host);
  }

  /** Where else it stands. */
  async references(params: ReferenceParams): Promise<Location[] | null> {
    const check = await this.#checked(params.textDocument.uri);
    return check === undefined ? null : figureReferences(check, params, this.#host);
  }

  /** Recorded figures that may be written there. */
  async complete(params: CompletionParams): Promise<CompletionList | null> {
    return this.#host.writing.complete(params);
  }

  async inlayHints(params: InlayHintParams): Promise<InlayHint[]> {
    const { uri } = params.textDocument;
    const { settings } = await this.#host.scopes.of(uri);
    const check = settings.inlayHints ? await this.#checked(uri) : undefined;
    if (check === undefined) return [];
    const { text } = check.snapshot.reading;
    return inlayHints(check, params, (span) => !this.#host.isHeldBack(uri, text, span));
  }

  /** Why something is, or is not, underlined at a place. */
  async explain(params: ExplainParams): Promise<ExplainResult> {
    const check = await this.#host.check(params.textDocument.uri);
    if (check === undefined) return noExplanation;
    const isOtherText = params.version !== undefined && params.version !== versionOf(check);
    return isOtherText ? noExplanation : explain(check, params);
  }

  async codeActions(params: CodeActionParams): Promise<CodeAction[]> {
    const { features } = this.#host;
    if (!features.takesCodeActions) return [];
    const check = await this.#checked(params.textDocument.uri);
    return check === undefined ? [] : codeActions(check, params, features);
  }

  /** Do what a code action is more than an edit for; whether it was done. */
  async executeCommand(params: ExecuteCommandParams): Promise<boolean> {
    return executeFindingCommand(params, {
      ...this.#host,
      check: (uri) => this.#checked(uri),
    });
  }

  async #checked(uri: string): Promise<Checked | undefined> {
    const check = await this.#host.check(uri);
    return check?.kind === 'checked' ? check : undefined;
  }
}
