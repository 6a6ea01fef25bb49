import type { LinkCommand } from '../server/lsp/protocol.ts';

/**
 * What the extension's manifest (package.json) must say, typed: the code registers these commands, and a
 * test compares both ways. The settings the server reads have their one source in server/lsp/settings.ts.
 */
export const commandTitles = {
  'stet.checkWorkspace': 'Check Every Draft in the Workspace',
  'stet.copyCitation': 'Copy the Citation of the Figure at the Cursor',
  'stet.explain': 'Explain the Figure at the Cursor',
  'stet.fixAll': 'Fix All Figures in This Draft',
  'stet.insertCitation': 'Insert the Citation of the Figure at the Cursor',
  'stet.insertFigure': 'Insert a Figure from the Record',
  'stet.nextFinding': 'Go to the Next Finding',
  'stet.openSample': 'Open the Sample Draft',
  'stet.pause': 'Pause Checking This File',
  'stet.previousFinding': 'Go to the Previous Finding',
  'stet.recordFact': 'Record a Fact from the Selection',
  'stet.restart': 'Restart the Language Server',
  'stet.resume': 'Resume Checking This File',
  'stet.showActions': 'Show What Can Be Done Here',
  'stet.showLog': 'Show the Log',
  'stet.whyNothing': 'Why Is Nothing Underlined Here?',
} as const;

export type CommandId = keyof typeof commandTitles;

const inDraft = 'editorLangId == markdown || editorLangId == plaintext';
const inWritableDraft = `(${inDraft}) && !editorReadonly`;

/** What a palette entry needs to make sense, as a `when` clause; the others are always there. */
export const commandConditions: Partial<Record<CommandId, string>> = {
  'stet.checkWorkspace': 'workspaceFolderCount > 0 && !virtualWorkspace',
  'stet.copyCitation': inDraft,
  'stet.explain': inDraft,
  'stet.fixAll': inDraft,
  'stet.insertCitation': inWritableDraft,
  'stet.insertFigure': inWritableDraft,
  'stet.nextFinding': inDraft,
  'stet.pause': `(${inDraft}) && !stet.isPaused`,
  'stet.previousFinding': inDraft,
  'stet.recordFact': inDraft,
  'stet.resume': 'stet.isPaused',
  'stet.showActions': 'editorIsOpen',
  'stet.whyNothing': 'editorIsOpen',
};

/** Commands that a link in a hover may run: each is harmless, whoever wrote the link. */
export const linkCommands: readonly (CommandId & LinkCommand)[] = [
  'stet.copyCitation',
  'stet.explain',
];

/** The languages whose documents are drafts. */
export const draftLanguages = ['markdown', 'plaintext'] as const;

/** Settings of the client alone, with their defaults. */
export const clientSettings = {
  'stet.trace.server': 'messages',
} as const;

/** The titled sections of the settings page, in their order. */
export const settingSections = [
  'Checking',
  'Record',
  'Severity',
  'Editor',
  'Writing',
  "Stet's own diagnostics",
] as const;
