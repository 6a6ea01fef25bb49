import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeParams,
  MarkupKind,
} from 'vscode-languageserver';
import type { StetInitializationOptions } from './protocol.ts';

/** What the client can do, as far as the server behaves differently without it. */
export interface ClientFeatures {
  /** It asks for diagnostics itself; others are sent them. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedInformation: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly watchesRelativePatterns: boolean;
  readonly changesWorkspaceFolders: boolean;
  readonly appliesVersionedEdits: boolean;
  readonly takesCodeActions: boolean;
  readonly showsMarkdown: boolean;
  readonly showsProgress: boolean;
  readonly wantsStatus: boolean;
  readonly registersCompletion: boolean;
  readonly insertsSnippets: boolean;
  readonly showsLinks: boolean;
  readonly refreshesCodeLenses: boolean;
  /** It has the command `stet.showReferences`. */
  readonly showsReferences: boolean;
  readonly refreshesInlayHints: boolean;
  /** It sends commands of code actions back to the server. */
  readonly executesCommands: boolean;
  /** It asks the writer for the reason before it sends `stet.letStand` and `stet.dismiss`. */
  readonly asksReasons: boolean;
  /** Commands that it runs from a link in a hover. */
  readonly linkCommands: readonly string[];
}

/** Read the client's features from its capabilities and its initialization options. */
export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { textDocument, workspace, window }: ClientCapabilities = params.capabilities;
  const hoverFormats = textDocument?.hover?.contentFormat ?? [MarkupKind.Markdown];
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedInformation: showsRelatedInformation(params.capabilities),
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    changesWorkspaceFolders: workspace?.workspaceFolders === true,
    appliesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    showsMarkdown: hoverFormats.includes(MarkupKind.Markdown),
    showsProgress: window?.workDoneProgress === true,
    wantsStatus: readInitializationOptions(params).status === true,
    registersCompletion: textDocument?.completion?.dynamicRegistration === true,
    insertsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    showsLinks: textDocument?.definition?.linkSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    showsReferences: readInitializationOptions(params).showsReferences === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    executesCommands: workspace?.executeCommand !== undefined,
    asksReasons: readInitializationOptions(params).asksReasons === true,
    linkCommands: readLinkCommands(params),
  };
}

function readLinkCommands(params: InitializeParams): readonly string[] {
  const commands: unknown = readInitializationOptions(params).linkCommands;
  return Array.isArray(commands) ? commands.filter((one) => typeof one === 'string') : [];
}

/** What the client sent as `initializationOptions`; nothing of it is trusted but its being an object. */
export function readInitializationOptions(params: InitializeParams): StetInitializationOptions {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}

/** The kinds of actions the server offers, for clients that list them in menus and settings. */
export const codeActionKinds = {
  correct: `${CodeActionKind.QuickFix}.stet.correct`,
  suppress: `${CodeActionKind.QuickFix}.stet.suppress`,
  cite: `${CodeActionKind.QuickFix}.stet.cite`,
  dismiss: `${CodeActionKind.QuickFix}.stet.suppress`,
  unsuppress: `${CodeActionKind.QuickFix}.stet.unsuppress`,
  undismiss: `${CodeActionKind.QuickFix}.stet.unsuppress`,
  'fix-all': `${CodeActionKind.SourceFixAll}.stet`,
} as const;

/** Pull and push state it in two places; either will do. */
function showsRelatedInformation({ textDocument }: ClientCapabilities): boolean {
  const pushed = textDocument?.publishDiagnostics?.relatedInformation === true;
  const pulled = textDocument?.diagnostic?.relatedInformation === true;
  return pushed || pulled;
}
