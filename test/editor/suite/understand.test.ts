import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, diagnosticsWhen, fileUri, openDraft, when } from './editor.ts';

const diary = 'The diary\n\nAcme Widgets is worth $12 billion.\n';

const pack = `entities:
  acme: { name: Acme Widgets, type: company }
sources:
  diary: { title: The Acme diary, digest: ${createHash('sha256').update(diary).digest('hex')} }
statements:
  - id: acme.valuation
    subject: acme
    property: valuation
    value: $12 billion
    time: 2025-11
    references:
      - { source: diary, line: 3, exact: $12 billion }
`;

const draftText = 'Acme Widgets is valued at $15 billion.\n';

describe('A figure is understood', () => {
  beforeEach(async () => {
    await write('facts/pack.yaml', 'pack: mine\ntitle: My own record\n');
    await write('facts/acme.yaml', pack);
    await write('sources/diary.txt', diary);
    await write('about-acme.md', draftText);
    await write('more-about-acme.md', `# Acme\n\n${draftText}`);
    await setSources(['sources']);
  });

  afterEach(async () => {
    await setSources(undefined);
    await closeAll();
    for (const path of ['facts', 'sources', 'about-acme.md', 'more-about-acme.md']) {
      await vscode.workspace.fs.delete(fileUri(path), { recursive: true, useTrash: false });
    }
  });

  it('by its hover: a card with the answer in its first line and links that may be followed', async () => {
    const { draft, at } = await openMarked();
    const card = await cardAt(draft.uri, at);
    const [first] = card.value.split('\n');
    ok(first?.startsWith('**Conflict** · the record says **$12 billion**'), card.value);
    ok(card.value.includes('acme.yaml#L6)'), `a link to the statement in: ${card.value}`);
    ok(card.value.includes('(command:stet.explain?'), `a link to the reckoning in: ${card.value}`);
    ok(isTrustedFor(card, 'stet.explain'), 'the link may be followed');
    ok(!isTrustedFor(card, 'workbench.action.closeWindow'), 'no other may');
  });

  it('by its reckoning, which the command shows beside the draft', async () => {
    const { draft, at } = await openMarked();
    const editor = await vscode.window.showTextDocument(draft);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('stet.explain');
    await explanationWhen((text) => text.startsWith('# “$15 billion”') && text.includes('Acme'));
    await when(
      () => openPreviews().length === 1,
      (check) => vscode.window.tabGroups.onDidChangeTabs(check),
      () => `a preview of the reckoning among ${JSON.stringify(labelsOfTabs())}`,
    );
    // The link of a hover names its place, and the reckoning takes the place of the last one.
    const place = { uri: draft.uri.toString(), position: { line: 0, character: 0 } };
    await vscode.commands.executeCommand('stet.explain', place);
    await explanationWhen((text) => text.startsWith('Nothing is checked here'));
    strictEqual(openPreviews().length, 1);
  });

  it('by going to its definition: the statement, and the line of its source', async () => {
    const { draft, at } = await openMarked();
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      draft.uri,
      at,
    );
    const found = await Promise.all(
      links.map(async ({ targetUri, targetSelectionRange, originSelectionRange }) => {
        const target = await vscode.workspace.openTextDocument(targetUri);
        ok(originSelectionRange, 'the figure is marked as a whole');
        strictEqual(draft.getText(originSelectionRange), '$15 billion');
        return [vscode.workspace.asRelativePath(targetUri), target.getText(targetSelectionRange)];
      }),
    );
    deepStrictEqual(found, [
      ['facts/acme.yaml', 'acme.valuation'],
      ['sources/diary.txt', '$12 billion'],
    ]);
  });

  it('by its references, from the draft and from the statement: every draft that states it', async () => {
    const { draft, at } = await openMarked();
    const stated = ['about-acme.md:0', 'more-about-acme.md:2'];
    deepStrictEqual(await referencesAt(draft.uri, at), [...stated, 'facts/acme.yaml:5'].sort());
    const file = await openDraft('facts/acme.yaml');
    const id = file.positionAt(file.getText().indexOf('acme.valuation'));
    const fromStatement = await referencesAt(file.uri, id);
    deepStrictEqual(
      fromStatement.filter((place) => !place.startsWith('facts/')),
      stated,
    );
  });
});

/** A draft whose only figure is marked, and the place of that figure. */
async function openMarked(): Promise<{ draft: vscode.TextDocument; at: vscode.Position }> {
  const draft = await openDraft('about-acme.md');
  const [mark] = await diagnosticsWhen(draft.uri, 'A mark', (all) => all.length === 1);
  if (!mark) throw new Error('The mark went away');
  return { draft, at: mark.range.start };
}

async function cardAt(uri: vscode.Uri, at: vscode.Position): Promise<vscode.MarkdownString> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    at,
  );
  const cards = hovers
    .flatMap(({ contents }) => contents)
    .filter((content) => content instanceof vscode.MarkdownString);
  const card = cards.find(({ value }) => value.includes('the record says'));
  if (!card) throw new Error(`No card among ${JSON.stringify(cards.map(({ value }) => value))}`);
  return card;
}

function isTrustedFor({ isTrusted }: vscode.MarkdownString, command: string): boolean {
  return typeof isTrusted === 'object' && isTrusted.enabledCommands.includes(command);
}

/** The page of the reckoning, once it is as expected. */
async function explanationWhen(isExpected: (text: string) => boolean): Promise<void> {
  const read = () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'stet-explain')?.getText();
  await when(
    () => isExpected(read() ?? ''),
    (check) =>
      vscode.Disposable.from(
        vscode.workspace.onDidOpenTextDocument(check),
        vscode.workspace.onDidChangeTextDocument(check),
      ),
    () => `the reckoning; there is ${read()}`,
  );
}

function openPreviews(): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(
    ({ input, label }) =>
      input instanceof vscode.TabInputWebview && label.includes('Explanation.md'),
  );
}

function labelsOfTabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

/** `file:line` of each reference, from 0. */
async function referencesAt(uri: vscode.Uri, at: vscode.Position): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    at,
  );
  return found
    .map(({ uri, range }) => `${vscode.workspace.asRelativePath(uri)}:${range.start.line}`)
    .sort();
}

async function setSources(folders: readonly string[] | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('stet');
  await configuration.update('sources', folders, vscode.ConfigurationTarget.Workspace);
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
}
