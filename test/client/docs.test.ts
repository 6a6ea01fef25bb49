import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandTitles } from '../../client/manifest-source.ts';

/** Where each row of the README's table of features is proven: a file of tests, and the words of a title in it. */
const proofs: Readonly<Record<string, readonly [file: string, title: string]>> = {
  'Underlines by verdict': ['test/editor/suite/draft.test.ts', 'is marked at every wrong figure'],
  'Status item': ['test/editor/suite/notice.test.ts', 'offers at the status item what can be done'],
  'Next and previous finding': ['test/editor/suite/notice.test.ts', 'goes to the next finding'],
  'Marks on supported figures': ['test/editor/suite/notice.test.ts', 'marks supported figures'],
  'Pause for one file': ['test/editor/suite/notice.test.ts', 'pauses for one file'],
  'Why is nothing underlined here?': [
    'test/editor/suite/notice.test.ts',
    'says why a figure is not underlined',
  ],
  'Hover card': ['test/editor/suite/understand.test.ts', 'by its hover: a card'],
  'Explain the figure': ['test/editor/suite/understand.test.ts', 'by its reckoning'],
  'Definition and references': ['test/editor/suite/understand.test.ts', 'by its references'],
  'Light bulb': ['test/editor/suite/correct.test.ts', 'offers the correction first'],
  'Let it stand': ['test/editor/suite/correct.test.ts', 'dismisses into the baseline'],
  'Fix all': ['test/editor/suite/correct.test.ts', 'on save keeps line ends'],
  Citations: ['test/editor/suite/write.test.ts', 'cites in the style that is set'],
  Completion: ['test/editor/suite/write.test.ts', 'offers the recorded figure'],
  'Insert a figure': ['test/editor/suite/write.test.ts', 'inserts a figure from the record'],
  Snippets: ['test/editor/suite/write.test.ts', 'has snippets for letting figures stand'],
  'Check the workspace': ['test/editor/suite/commands.test.ts', 'for the workspace checks drafts'],
  'Record a fact': ['test/editor/suite/record-fact.test.ts', 'asks, shows the YAML, writes it'],
  'Writing packs': ['test/editor/suite/pack-writing.test.ts', 'is helped from the first letter'],
  'Several folders': ['test/lsp/multi-root.test.ts', 'though the packs disagree'],
  'Crashes and broken packs': ['test/editor/suite/resilience.test.ts', 'is started again, says so'],
  'Drafts too large': ['test/editor/pages/what-goes-wrong.mjs', 'a draft that is too long'],
  Walkthrough: ['test/editor/pages/follow-the-walkthrough.mjs', 'the walkthrough opens'],
  'No telemetry': ['test/client/docs.test.ts', 'asks the network for nothing'],
};

const readme = readFileSync('README.md', 'utf8');
const editorPage = readFileSync('docs/editor.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the README', () => {
  it('has no feature in its table that no test proves', () => {
    const features = firstColumn(readme, '| Feature | |');
    expect(features).toEqual(Object.keys(proofs));
    for (const [feature, [file, title]] of Object.entries(proofs)) {
      expect(readFileSync(file, 'utf8'), feature).toContain(title);
    }
  });
});

describe('the page about the editor', () => {
  it('has every command, and no other', () => {
    const commands = firstColumn(editorPage, '| Command | Key | |');
    expect(commands.toSorted()).toEqual(Object.values(commandTitles).toSorted());
  });

  it('has every setting in its order, with its default', () => {
    const rows = tableBelow(editorPage, '| Setting | Default | |');
    const shown = rows.map(([name, byDefault]) => [unquoted(name), unquoted(byDefault)]);
    const sections: readonly { properties: Record<string, { default: unknown }> }[] =
      manifest.contributes.configuration;
    const settings = sections.flatMap(({ properties }) => Object.entries(properties));
    expect(shown).toEqual(settings.map(([name, it]) => [name, JSON.stringify(it.default)]));
  });

  it('has every key', () => {
    const keys: readonly { key: string }[] = manifest.contributes.keybindings;
    const text = editorPage.replaceAll(/<\/?kbd>/g, '').toLowerCase();
    for (const { key } of keys) expect(text).toContain(key);
  });
});

describe('the extension', () => {
  it('asks the network for nothing, and reports nothing', () => {
    for (const name of ['client', 'client-program', 'server', 'server-program']) {
      const file = `dist/${name}.js`;
      const code = readFileSync(file, 'utf8');
      expect(code, file).not.toMatch(/require\("(node:)?(https?|http2|dgram|tls)"\)/);
      expect(code, file).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|createTelemetryLogger/);
    }
  });
});

function firstColumn(text: string, head: string): readonly string[] {
  return tableBelow(text, head).map(([first = '']) => first);
}

/** The rows of the table with this head, as cells. */
function tableBelow(text: string, head: string): readonly (readonly string[])[] {
  const start = text.indexOf(head);
  if (start < 0) throw new Error(`There is no table "${head}"`);
  const [, , ...lines] = text.slice(start).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function unquoted(cell = ''): string {
  return cell.replace(/^`(.*)`$/, '$1');
}
