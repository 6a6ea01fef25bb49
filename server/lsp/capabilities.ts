import {
  type CompletionRegistrationOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type ClientFeatures, codeActionKinds } from './client-features.ts';
import { draftLanguageIds } from './draft-language.ts';
import { findingCommands } from './finding-commands.ts';
import { diagnosticSource } from './to-lsp.ts';
import { figureTriggers } from './writing-desk.ts';

/** A space begins a value, the others a mapping or list. */
const packTriggers = [' ', ':', '{', '['];

/** What the server tells a client at the start that it can do. */
export function capabilitiesFor(features: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    ...(features.registersCompletion
      ? {}
      : {
          completionProvider: {
            triggerCharacters: [...new Set([...packTriggers, ...figureTriggers])],
            resolveProvider: true,
          },
        }),
    codeActionProvider: { codeActionKinds: [...new Set(Object.values(codeActionKinds))] },
    executeCommandProvider: { commands: [...findingCommands] },
    ...(features.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: diagnosticSource,
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    ...(features.changesWorkspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}

/** Completion for clients that take it later, so that what triggers it differs from language to language. */
export const completionRegistrations: readonly CompletionRegistrationOptions[] = [
  {
    documentSelector: [{ language: 'yaml' }],
    triggerCharacters: packTriggers,
    resolveProvider: true,
  },
  {
    documentSelector: draftLanguageIds.map((language) => ({ language })),
    triggerCharacters: figureTriggers,
  },
];
