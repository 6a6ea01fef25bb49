import type { StatusParams } from '../server/lsp/protocol.ts';
import { countFindings } from './describe-counts.ts';
import { type CommandId, commandTitles } from './manifest-source.ts';

/** What can be done at the status item, as a line of a list, without any of the editor's types. */
export interface StatusAction {
  /** With a `$(codicon)`. */
  readonly label: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

/**
 * What can be done about the state of a draft, the likeliest first.
 * `status` is undefined where the server has not spoken of the document: it is no draft, or is being read.
 */
export function statusActions(status: StatusParams | undefined): readonly StatusAction[] {
  return [...particular(status), ...general];
}

/** What can be done where no server runs. */
export const stoppedActions: readonly StatusAction[] = [
  own('refresh', 'stet.restart'),
  own('output', 'stet.showLog'),
];

const general: readonly StatusAction[] = [
  { label: '$(list-unordered) Show the Problems', command: 'workbench.actions.view.problems' },
  own('search', 'stet.checkWorkspace'),
  setting('Open the Settings of Stet', '@ext:stet.stet'),
  own('output', 'stet.showLog'),
];

function particular(status: StatusParams | undefined): readonly StatusAction[] {
  switch (status?.cause) {
    case undefined:
      return [];
    case null:
      return [...aboutFindings(status), own('debug-pause', 'stet.pause')];
    case 'paused':
      return [own('debug-start', 'stet.resume')];
    case 'turned-off':
      return [setting('Turn Checking On', 'stet.enable')];
    case 'not-a-draft':
      return [
        {
          label: '$(file-text) Change the Language of This File',
          command: 'workbench.action.editor.changeLanguageMode',
        },
      ];
    case 'no-facts':
      return [setting('Name a Folder with Facts', 'stet.facts')];
    case 'facts-not-loaded':
      return [own('refresh', 'stet.restart')];
    case 'too-long':
      return []; // the reason says what there is to say
  }
}

function aboutFindings({ counts }: StatusParams): readonly StatusAction[] {
  if (countFindings(counts) === 0) return [own('question', 'stet.whyNothing')];
  return [
    own('arrow-down', 'stet.nextFinding'),
    own('wand', 'stet.fixAll'),
    own('question', 'stet.whyNothing'),
  ];
}

function own(icon: string, id: CommandId): StatusAction {
  return { label: `$(${icon}) ${commandTitles[id]}`, command: id };
}

function setting(label: string, query: string): StatusAction {
  return {
    label: `$(gear) ${label}`,
    command: 'workbench.action.openSettings',
    arguments: [query],
  };
}
