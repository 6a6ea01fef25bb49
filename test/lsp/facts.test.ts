import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Diagnostic, DiagnosticSeverity, FileChangeType } from 'vscode-languageserver/node';
import { temporaryFolder } from '../temporary-folder.ts';
import { marked, rangeOf, wrongDraft, wrongValues } from './drafts.ts';
import { exampleDraft, factsFile, factsText, removePack, writePack } from './example-pack.ts';
import { pushedClient, type RunningServer, startServer } from './start-server.ts';

let server: RunningServer;
let folder: string;
let pack: string;
let uri: string;

beforeEach(() => {
  folder = temporaryFolder();
  pack = join(folder, 'facts');
  uri = pathToFileURL(join(folder, 'draft.md')).href;
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

describe('the facts folder of a workspace', () => {
  it('is found without a setting, and adds to the shipped pack', async () => {
    writePack(pack, '$12 billion');
    server = await startServer({ folders: [folder] });
    await server.open(uri, `${wrongDraft}\n${exampleDraft}`);
    const text = `${wrongDraft}\n${exampleDraft}`;
    expect(marked(text, await server.pull(uri))).toEqual([...wrongValues, '$15 billion']);
  });

  it('is of no concern to drafts outside its workspace folder', async () => {
    writePack(pack, '$12 billion');
    server = await startServer({ folders: [folder] });
    await server.open('file:///elsewhere/draft.md', exampleDraft);
    expect(await server.pull('file:///elsewhere/draft.md')).toEqual([]);
  });

  it('is read again when the client tells of a change', async () => {
    writePack(pack, '$12 billion');
    server = await startServer({ folders: [folder] });
    await server.open(uri, exampleDraft);
    expect(messages(await server.pull(uri))).toContain('$12 billion');
    writePack(pack, '$13 billion');
    await refreshedBy(() => server.filesChanged([factsFile(pack)], FileChangeType.Changed));
    expect(messages(await server.pull(uri))).toContain('$13 billion');
    removePack(pack);
    await refreshedBy(() => server.filesChanged([pack], FileChangeType.Deleted));
    expect(await server.pull(uri)).toEqual([]);
    expect(await noPackDiagnostics()).toBe(true);
  });

  it('is found when it appears later', async () => {
    server = await startServer({ folders: [folder] });
    await server.open(uri, exampleDraft);
    expect(await server.pull(uri)).toEqual([]);
    writePack(pack, '$12 billion');
    await refreshedBy(() => server.filesChanged([join(pack, 'pack.yaml')], FileChangeType.Created));
    expect(messages(await server.pull(uri))).toContain('$12 billion');
  });

  it('is watched by the client, whether it exists or not', async () => {
    server = await startServer({ folders: [folder] });
    const { registerOptions } = await server.registrations.first(
      'The registration',
      ({ method }) => method === 'workspace/didChangeWatchedFiles',
    );
    expect(registerOptions.watchers).toContainEqual({
      globPattern: { baseUri: pathToFileURL(pack).href, pattern: '**/*.{yaml,yml}' },
    });
  });

  it('is watched by the server where the client does not', async () => {
    server = await startServer({ folders: [folder], capabilities: pushedClient });
    await server.open(uri, exampleDraft);
    await pushed(({ diagnostics }) => diagnostics.length === 0);
    writePack(pack, '$12 billion');
    await pushed(({ diagnostics }) => messages(diagnostics).includes('$12 billion'));
    writeFileSync(factsFile(pack), factsText('$13 billion'));
    await pushed(({ diagnostics }) => messages(diagnostics).includes('$13 billion'));
  });
});

describe('a pack with a mistake', () => {
  it('is marked at its place, and checking goes on with the last good facts', async () => {
    writePack(pack, '$12 billion');
    server = await startServer({ folders: [folder] });
    await server.open(uri, exampleDraft);
    const before = await server.pull(uri);
    const broken = factsText('$12 billion').replace('source: ledger', 'source: leger');
    writeFileSync(factsFile(pack), broken);
    await refreshedBy(() => server.filesChanged([factsFile(pack)], FileChangeType.Changed));

    const { diagnostics } = await packDiagnostics((found) => found.length > 0);
    expect(diagnostics).toMatchObject([
      { source: 'stet', code: 'unknown-source', severity: DiagnosticSeverity.Error },
    ]);
    expect(diagnostics[0]?.range.start.line).toBe(rangeOf(broken, 'leger').start.line);
    expect(await server.pull(uri)).toEqual(before);
    const status = await server.statuses.first('A note', ({ notes }) => notes.length > 0);
    expect(status.notes[0]).toMatch(/acme\.yaml:12:\d+: .*facts as they were before$/);
    expect(status.counts.conflict).toBe(1);

    writeFileSync(factsFile(pack), factsText('$12 billion'));
    await refreshedBy(() => server.filesChanged([factsFile(pack)], FileChangeType.Changed));
    await packDiagnostics((found) => found.length === 0);
  });

  it('is marked before any draft is open, and the other facts are in use', async () => {
    writePack(pack, '$12 billion');
    writeFileSync(join(pack, 'more.yaml'), 'entities: [this: is not, a: mapping\n');
    server = await startServer({ folders: [folder] });
    const { diagnostics } = await server.published.first('The mistake', (one) =>
      one.uri.endsWith('/more.yaml'),
    );
    expect(diagnostics[0]).toMatchObject({ source: 'stet', code: 'yaml-syntax' });
    await server.open(uri, exampleDraft);
    expect(messages(await server.pull(uri))).toContain('$12 billion');
  });

  it('that is missing altogether is told in the status', async () => {
    server = await startServer({
      folders: [folder],
      configuration: () => ({ facts: ['no-such-folder'] }),
    });
    await server.open(uri, wrongDraft);
    expect(await server.pull(uri)).toHaveLength(7);
    const { notes } = await server.statuses.first('A note', (one) => one.notes.length > 0);
    expect(notes[0]).toMatch(/no-such-folder: No such file or folder/);
    expect(server.published.all.filter((one) => one.uri.includes('no-such-folder'))).toEqual([]);
  });
});

describe('a pack that overrides the shipped one', () => {
  it('is told so at its place, for information, with the way to what it overrides', async () => {
    mkdirSync(pack);
    writeFileSync(join(pack, 'pack.yaml'), 'pack: mine\n');
    const file = join(pack, 'mine.yaml');
    writeFileSync(file, 'types:\n  company: { label: firm, nouns: [company, firm] }\n');
    server = await startServer({ folders: [folder] });
    const { diagnostics } = await server.published.first(
      'What is overridden',
      (one) => one.uri === pathToFileURL(file).href && one.diagnostics.length > 0,
    );
    expect(diagnostics).toMatchObject([
      {
        code: 'override',
        severity: DiagnosticSeverity.Information,
        message: 'This overrides the type "company" of an earlier pack: company',
        range: { start: { line: 1, character: 2 } },
      },
    ]);
    const [related] = diagnostics[0]?.relatedInformation ?? [];
    expect(related?.location.uri).toMatch(/\/facts\/vocabulary\/types\.yaml$/);
    await server.open(uri, exampleDraft);
    await server.pull(uri);
    const status = await server.statuses.first('The status', (one) => one.uri === uri);
    expect(status.notes).toEqual([]);
  });
});

describe('settings', () => {
  it('apply to their resource', async () => {
    const other = temporaryFolder();
    const otherUri = pathToFileURL(join(other, 'draft.md')).href;
    const configuration = (of = '') =>
      of.includes(folder) ? { enable: true, severity: { conflict: 'error' } } : { enable: false };
    server = await startServer({ folders: [folder, other], configuration });
    await server.open(uri, wrongDraft);
    await server.open(otherUri, wrongDraft);
    const severities = new Set((await server.pull(uri)).map(({ severity }) => severity));
    expect([...severities]).toEqual([DiagnosticSeverity.Error]);
    expect(await server.pull(otherUri)).toEqual([]);
    const status = await server.statuses.first('Off', (one) => one.uri === otherUri);
    expect(status.reason).toContain('stet.enable');
  });

  it('apply at once when they change', async () => {
    let settings: unknown = { severity: { conflict: 'off' } };
    server = await startServer({ folders: [folder], configuration: () => settings });
    await server.open(uri, wrongDraft);
    expect(await server.pull(uri)).toEqual([]);
    settings = { severity: { conflict: 'hint' } };
    await refreshedBy(() => server.configure());
    const [first] = await server.pull(uri);
    expect(first?.severity).toBe(DiagnosticSeverity.Hint);
  });

  it('name folders relative to the workspace folder, and may leave out the shipped pack', async () => {
    writePack(join(folder, 'records/acme'), '$12 billion');
    const configuration = () => ({ facts: ['records/acme'], useDefaultFacts: false });
    server = await startServer({ folders: [folder], configuration });
    const text = `${wrongDraft}\n${exampleDraft}`;
    await server.open(uri, text);
    expect(marked(text, await server.pull(uri))).toEqual(['$15 billion']);
  });

  it('without any facts leave the reason in the status', async () => {
    server = await startServer({ configuration: () => ({ useDefaultFacts: false }) });
    await server.open(uri, wrongDraft);
    expect(await server.pull(uri)).toEqual([]);
    const { reason } = await server.statuses.first('The status', (one) => one.uri === uri);
    expect(reason).toMatch(/^No facts are on record/);
  });

  it('that cannot be read are told of, and the defaults hold', async () => {
    const configuration = () => ({ asOf: '5 November', severity: { conflict: 'loud' } });
    server = await startServer({ configuration });
    await server.open(uri, wrongDraft);
    expect(await server.pull(uri)).toHaveLength(7);
    const { notes } = await server.statuses.first('The status', (one) => one.uri === uri);
    expect(notes).toEqual([
      'Setting "stet.asOf" is "5 November"; give a date as 2025-11-05',
      'Setting "stet.severity.conflict" is "loud"; give one of error, warning, information, hint, off',
    ]);
  });

  it('come from the start and from changes where the client cannot be asked', async () => {
    server = await startServer({
      capabilities: pushedClient,
      initializationOptions: { settings: { severity: { conflict: 'error' } } },
    });
    await server.open(uri, wrongDraft);
    await pushed(({ diagnostics }) => diagnostics[0]?.severity === DiagnosticSeverity.Error);
    await server.configure({ stet: { severity: { conflict: 'information' } } });
    await pushed(({ diagnostics }) => diagnostics[0]?.severity === DiagnosticSeverity.Information);
  });
});

describe('an answer that would be of another text', () => {
  it('is not given', async () => {
    let answer: (settings: unknown) => void = () => {};
    const settings = new Promise((resolve) => {
      answer = resolve;
    });
    server = await startServer({ configuration: () => settings });
    await server.open(uri, wrongDraft);
    const at = rangeOf(wrongDraft, '$40bn');
    const [hover, actions, diagnostics] = [
      server.hover(uri, at.start),
      server.actions(uri, at),
      server.pull(uri),
    ];
    await server.change(uri, 2, [{ text: `A new first line\n${wrongDraft}` }]);
    answer({});
    expect(await hover).toBeNull();
    expect(await actions).toEqual([]);
    // Diagnostics are of the text as it is: here without its front matter, one line further down.
    expect((await diagnostics)[0]?.range.start.line).toBe(6);
  });
});

describe('the status', () => {
  it('is sent to clients that ask for it only', async () => {
    server = await startServer({ initializationOptions: {} });
    await server.open(uri, wrongDraft);
    expect(await server.pull(uri)).toHaveLength(7);
    expect(server.statuses.all).toEqual([]);
  });
});

describe('what is no draft', () => {
  it('is not checked, and the status says why', async () => {
    server = await startServer();
    await server.open(uri, wrongDraft, 'yaml');
    expect(await server.pull(uri)).toEqual([]);
    const { reason } = await server.statuses.first('The status', (one) => one.uri === uri);
    expect(reason).toBe('Files of language "yaml" are not drafts');
  });

  it('because it is too long is not checked, and the status says why', async () => {
    server = await startServer();
    await server.open(uri, 'All work and no play. '.repeat(250_000));
    expect(await server.pull(uri)).toEqual([]);
    const { reason } = await server.statuses.first('The status', (one) => one.uri === uri);
    expect(reason).toBe('The draft has 5.5 million characters; up to 5.0 million are checked');
  });
});

/** Do something that makes the server ask for fresh diagnostics, and wait until it asks. */
async function refreshedBy(change: () => Promise<void>): Promise<void> {
  const before = server.refreshes.all.length;
  await change();
  await server.refreshes.first('A refresh', () => server.refreshes.all.length > before);
}

function pushed(matches: (params: { diagnostics: Diagnostic[] }) => boolean) {
  return server.published.first('Such diagnostics', (one) => one.uri === uri && matches(one));
}

function packDiagnostics(matches: (diagnostics: Diagnostic[]) => boolean) {
  const file = pathToFileURL(factsFile(pack)).href;
  return server.published.first(
    'The diagnostics of the pack',
    (one) => one.uri === file && matches(one.diagnostics),
  );
}

/** Whether what was last published for each file of the pack is nothing. */
async function noPackDiagnostics(): Promise<boolean> {
  const ofPack = server.published.all.filter((one) => one.uri.includes('/facts/'));
  const last = new Map(ofPack.map((one) => [one.uri, one.diagnostics.length]));
  return [...last.values()].every((count) => count === 0);
}

function messages(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ message }) => message).join('\n');
}
