import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  clientSettings,
  commandConditions,
  commandTitles,
  draftLanguages,
  settingSections,
} from '../../client/manifest-source.ts';
import { defaultSettings, readSettings, severityLevels } from '../../server/lsp/settings.ts';
import { citationStyles } from '../../server/service/index.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: object;
    readonly virtualWorkspaces: { readonly supported: string; readonly description: string };
  };
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly menus: { readonly commandPalette: readonly { command: string; when: string }[] };
    readonly configuration: readonly Section[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

interface Step {
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

/** A titled part of the settings page. */
interface Section {
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, Setting>>;
}

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const sections = manifest.contributes.configuration;
const settings: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ...sections.map(({ properties }) => properties),
);

/** Commands of the editor itself that the walkthrough leads to. */
const editorCommands = [
  'editor.action.quickFix',
  'editor.action.showHover',
  'workbench.action.openSettings',
];

describe('the manifest', () => {
  it('has the commands that the code registers, and no others', () => {
    const promised = manifest.contributes.commands.map(({ command, title }) => [command, title]);
    expect(Object.fromEntries(promised)).toEqual(commandTitles);
    expect(new Set(manifest.contributes.commands.map(({ category }) => category))).toEqual(
      new Set(['Stet']),
    );
  });

  it('shows a command that needs a draft only where one is open', () => {
    const conditions = manifest.contributes.menus.commandPalette.map(({ command, when }) => [
      command,
      when,
    ]);
    expect(Object.fromEntries(conditions)).toEqual(commandConditions);
  });

  it('activates for every language whose documents are drafts', () => {
    const languages = draftLanguages.map((language) => `onLanguage:${language}`);
    expect(manifest.activationEvents).toEqual(expect.arrayContaining(languages));
  });

  it("has the server's settings and the client's, with their defaults, and no others", () => {
    const defaults = Object.entries(settings).map(([name, setting]) => [name, setting.default]);
    expect(Object.fromEntries(defaults)).toEqual({
      ...flatten('stet', defaultSettings),
      ...clientSettings,
    });
  });

  it('has defaults that the server reads without complaint', () => {
    const given = nest(
      Object.entries(settings).map(([name, setting]) => [
        name.split('.').slice(1),
        setting.default,
      ]),
    );
    expect(readSettings(given)).toEqual({ settings: defaultSettings, problems: [] });
  });

  it('offers every level that the server knows for a verdict', () => {
    const severities = Object.entries(settings).filter(([name]) => name.includes('.severity.'));
    expect(severities).not.toEqual([]);
    for (const [, setting] of severities) expect(setting.enum).toEqual(severityLevels);
  });

  it('offers every style of citation that the server knows', () => {
    expect(settings['stet.citation.style']?.enum?.toSorted()).toEqual(citationStyles.toSorted());
  });

  it('describes every setting, and scopes what the server reads to the resource', () => {
    for (const [name, setting] of Object.entries(settings)) {
      expect(setting.description ?? setting.markdownDescription, name).toMatch(/^.{30,}\.$/);
      expect(setting.scope, name).toBe(name in clientSettings ? 'window' : 'resource');
      expect(setting.enumDescriptions?.length, name).toBe(setting.enum?.length);
    }
  });

  it('shows the settings in titled sections, each in an order of its own', () => {
    expect(sections.map(({ title }) => title)).toEqual(settingSections);
    expect(sections.map(({ order }) => order)).toEqual(sections.map((_, index) => index + 1));
    for (const { title, properties } of sections) {
      const orders = Object.values(properties).map(({ order }) => order);
      expect(orders, title).toEqual(orders.map((_, index) => index + 1));
    }
  });

  it('has a walkthrough whose every step shows something, and can be done and ticked off', () => {
    const known = [...Object.keys(commandTitles), ...editorCommands];
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    expect(steps.length).toBeGreaterThan(3);
    for (const { description, media, completionEvents } of steps) {
      expect(existsSync(media.markdown), media.markdown).toBe(true);
      const [, command] = /\]\(command:([\w.]+)/.exec(description) ?? [];
      expect(known).toContain(command);
      expect(completionEvents).toContain(`onCommand:${command}`);
      for (const event of completionEvents) {
        const [kind, name = ''] = event.split(':');
        expect(kind === 'onCommand' ? known : Object.keys(settings), event).toContain(name);
      }
    }
  });

  it('works in workspaces that nobody has trusted yet, and says what virtual ones lack', () => {
    // A pack is data, no setting names a program, and nothing is written or sent unasked.
    expect(manifest.capabilities.untrustedWorkspaces).toEqual({ supported: true });
    expect(manifest.capabilities.virtualWorkspaces.supported).toBe('limited');
    expect(manifest.capabilities.virtualWorkspaces.description).toMatch(/^.{40,}\.$/);
  });

  it('has every command in reach of the keyboard: none is kept from the palette', () => {
    const conditions = manifest.contributes.menus.commandPalette.map(({ when }) => when);
    expect(conditions).not.toContain('false');
  });
});

/** `{ a: { b: 1 } }` as `{ 'stet.a.b': 1 }`; what is null by default is an empty text in a manifest. */
function flatten(prefix: string, value: object): Record<string, unknown> {
  const entries = Object.entries(value).map(([name, inner]): Record<string, unknown> => {
    const key = `${prefix}.${name}`;
    const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    return isGroup ? flatten(key, inner) : { [key]: inner ?? '' };
  });
  return Object.assign({}, ...entries);
}

/** The way back: paths with values as the tree that a client sends. */
function nest(entries: readonly (readonly [readonly string[], unknown])[]): object {
  const groups = new Map<string, (readonly [readonly string[], unknown])[]>();
  const leaves: Record<string, unknown> = {};
  for (const [[name = '', ...rest], value] of entries) {
    if (rest.length === 0) leaves[name] = value;
    else groups.set(name, [...(groups.get(name) ?? []), [rest, value]]);
  }
  const nested = [...groups].map(([name, inner]) => [name, nest(inner)]);
  return { ...leaves, ...Object.fromEntries(nested) };
}
