import { describe, expect, it } from 'vitest';
import { commandTitles } from '../../client/manifest-source.ts';
import { type StatusAction, statusActions, stoppedActions } from '../../client/status-actions.ts';
import type { StatusParams } from '../../server/lsp/protocol.ts';
import { countsOf } from './counts-of.ts';

/** The commands offered, without those that are always offered. */
function checkActions(status: Partial<StatusParams>): readonly string[] {
  const whole = { uri: 'file:///draft.md', version: 1, reason: null, cause: null, notes: [] };
  const always = commandsOf(statusActions(undefined));
  const offered = commandsOf(statusActions({ ...whole, counts: countsOf({}), ...status }));
  expect(offered.slice(-always.length)).toEqual(always);
  return offered.slice(0, -always.length);
}

describe('statusActions()', () => {
  it('leads to the findings first, where there are any', () => {
    expect(checkActions({ counts: countsOf({ conflict: 1 }) })).toEqual([
      'stet.nextFinding',
      'stet.fixAll',
      'stet.whyNothing',
      'stet.pause',
    ]);
  });

  it('explains silence where nothing is found', () => {
    expect(checkActions({ counts: countsOf({ supported: 3 }) })).toEqual([
      'stet.whyNothing',
      'stet.pause',
    ]);
  });

  it.each([
    ['paused', 'stet.resume', undefined],
    ['turned-off', 'workbench.action.openSettings', ['stet.enable']],
    ['no-facts', 'workbench.action.openSettings', ['stet.facts']],
    ['not-a-draft', 'workbench.action.editor.changeLanguageMode', undefined],
    ['facts-not-loaded', 'stet.restart', undefined],
  ] as const)(
    'offers first what ends the silence of a draft that is %s',
    (cause, command, given) => {
      const [first] = statusActions({
        uri: 'file:///draft.md',
        version: 1,
        counts: countsOf({}),
        notes: [],
        reason: 'A reason',
        cause,
      });
      expect([first?.command, first?.arguments]).toEqual([command, given]);
    },
  );

  it('offers commands of ours by the title they have in the palette', () => {
    const offered = [...statusActions(undefined), ...stoppedActions];
    for (const [command, title] of Object.entries(commandTitles)) {
      const action = offered.find((one) => one.command === command);
      if (action !== undefined)
        expect(action.label).toMatch(new RegExp(`^\\$\\([a-z-]+\\) ${title}$`));
    }
    expect(commandsOf(stoppedActions)).toEqual(['stet.restart', 'stet.showLog']);
  });
});

function commandsOf(actions: readonly StatusAction[]): readonly string[] {
  return actions.map(({ command }) => command);
}
