import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DiagnosticSeverity,
  InlayHintRequest,
} from 'vscode-languageserver/node';
import { digestOf } from '../../server/host/read-source-text.ts';
import { rangeOf, textAt } from './drafts.ts';
import { exampleDraft, factsFile, factsText, writePack } from './example-pack.ts';
import { positionIn } from './pack-writer.ts';
import { type RunningServer, startServer } from './start-server.ts';

const draft = `OpenAI signed its seven-year deal with Amazon Web Services on Monday.

Its commitments come to nearly $1.5 trillion. AWS holds 34 per cent of the cloud market.

OpenAI signed a $38.2 billion deal with AWS, a five-year deal.

${exampleDraft}
Borel Cranes is valued at $4 billion.
`;

const sourceText = 'Borel Cranes is worth $3 billion.';

/** A fact whose source's text is at hand. */
const sourcedFact = `entities:
  borel: { name: Borel Cranes, type: company }
sources:
  borel-text: { title: About Borel, digest: ${digestOf(Buffer.from(sourceText))} }
statements:
  - id: borel.valuation
    subject: borel
    property: valuation
    value: $3 billion
    time: 2025-11
    references:
      - { source: borel-text, line: 1, exact: $3 billion }
`;

/** What shows that a setting is read: something that is one way by default and another with the setting. */
interface Proof {
  readonly value: unknown;
  readonly shown: () => Promise<unknown>;
  readonly byDefault: unknown;
  readonly withIt: unknown;
}

/** Each setting of the manifest that the server reads. */
const proofs: Readonly<Record<string, Proof>> = {
  'stet.enable': {
    value: false,
    shown: async () => (await marks()).length > 0,
    byDefault: true,
    withIt: false,
  },
  'stet.asOf': {
    value: '2025-11-12',
    shown: async () => (await marks()).includes('Monday'),
    byDefault: false,
    withIt: true,
  },
  'stet.facts': {
    value: ['more'],
    shown: async () => (await marks()).includes('$15 billion'),
    byDefault: true,
    withIt: false,
  },
  'stet.useDefaultFacts': {
    value: false,
    shown: async () => (await marks()).includes('five-year'),
    byDefault: true,
    withIt: false,
  },
  'stet.sources': {
    value: ['texts'],
    shown: async () => {
      const position = positionIn(draft, draft.indexOf('$4 billion'));
      const params = { textDocument: { uri }, position };
      const found = await server.connection.sendRequest(DefinitionRequest.type, params);
      const links = [found ?? []].flat();
      return links.map((link) => posix.basename('uri' in link ? link.uri : link.targetUri));
    },
    byDefault: ['borel.yaml'],
    withIt: ['borel.yaml', 'borel.txt'],
  },
  'stet.severity.conflict': {
    value: 'error',
    shown: () => severityOf('conflict'),
    byDefault: DiagnosticSeverity.Warning,
    withIt: DiagnosticSeverity.Error,
  },
  'stet.severity.outdated': {
    value: 'information',
    shown: () => severityOf('outdated'),
    byDefault: DiagnosticSeverity.Warning,
    withIt: DiagnosticSeverity.Information,
  },
  'stet.severity.disputed': {
    value: 'hint',
    shown: () => severityOf('disputed'),
    byDefault: DiagnosticSeverity.Information,
    withIt: DiagnosticSeverity.Hint,
  },
  'stet.severity.overprecise': {
    value: 'off',
    shown: () => severityOf('overprecise'),
    byDefault: DiagnosticSeverity.Hint,
    withIt: undefined,
  },
  'stet.codeLens': {
    value: false,
    shown: async () => {
      const textDocument = { uri: uriOf(factsFile(join(folder, 'facts'))) };
      const lenses = await server.connection.sendRequest(CodeLensRequest.type, { textDocument });
      return lenses?.length ?? 0;
    },
    byDefault: 1,
    withIt: 0,
  },
  'stet.completion': {
    value: false,
    shown: () => completionsIn('untitled:completed', 'OpenAI is valued at '),
    byDefault: ['$500 billion'],
    withIt: [],
  },
  'stet.citation.style': {
    value: 'parenthesis',
    shown: async () => {
      const only = ['quickfix.stet.cite'];
      const actions = await server.actions(uri, rangeOf(draft, 'seven-year'), { only });
      return JSON.stringify(actions[0]?.edit).includes('[^1]');
    },
    byDefault: true,
    withIt: false,
  },
  'stet.inlayHints': {
    value: true,
    shown: async () => {
      const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
      const asked = { textDocument: { uri }, range };
      const hints = await server.connection.sendRequest(InlayHintRequest.type, asked);
      return (hints ?? []).length > 0;
    },
    byDefault: false,
    withIt: true,
  },
};

/** Settings that the client reads, and the editor test that proves it. */
const provenInTheEditor: Readonly<Record<string, string>> = {
  'stet.trace.server': 'test/editor/suite/resilience.test.ts',
};

let server: RunningServer;
let folder: string;
let settings: object = {};
let uri: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-'));
  writePack(join(folder, 'facts'), '$12 billion');
  writePack(join(folder, 'more'), '$15 billion');
  writeFileSync(join(folder, 'facts/borel.yaml'), sourcedFact);
  mkdirSync(join(folder, 'texts'));
  writeFileSync(join(folder, 'texts/borel.txt'), sourceText);
  writeFileSync(join(folder, 'draft.md'), draft);
  uri = uriOf(join(folder, 'draft.md'));
  server = await startServer({ folders: [folder], configuration: () => settings });
  await server.open(uri, draft);
  await server.open(uriOf(factsFile(join(folder, 'facts'))), factsText('$12 billion'), 'yaml');
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

describe('the setting', () => {
  it.each(Object.entries(proofs))('%s is read, and takes effect at once', async (name, proof) => {
    expect(await proof.shown()).toEqual(proof.byDefault);
    settings = nested(name.split('.').slice(1), proof.value);
    await server.configure();
    expect(await proof.shown()).toEqual(proof.withIt);
    settings = {};
    await server.configure();
    expect(await proof.shown()).toEqual(proof.byDefault);
  });
});

describe('the settings of the manifest', () => {
  it('are each proven to be read, here or in the editor', () => {
    const proven = [...Object.keys(proofs), ...Object.keys(provenInTheEditor)];
    expect(proven.toSorted()).toEqual(settingsOfManifest().toSorted());
    for (const [name, file] of Object.entries(provenInTheEditor)) {
      expect(readFileSync(file, 'utf8')).toContain(name);
    }
  });
});

/** What is offered at the end of a text. */
async function completionsIn(textUri: string, text: string): Promise<readonly string[]> {
  await server.open(textUri, text);
  const asked = { textDocument: { uri: textUri }, position: { line: 0, character: text.length } };
  const answer = await server.connection.sendRequest(CompletionRequest.type, asked);
  await server.close(textUri);
  const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
  return items.map(({ label }) => label);
}

/** What is marked in the draft, in the order of the text. */
async function marks(): Promise<readonly string[]> {
  return (await server.pull(uri)).map(({ range }) => textAt(draft, range));
}

async function severityOf(verdict: string): Promise<DiagnosticSeverity | undefined> {
  return (await server.pull(uri)).find(({ code }) => code === verdict)?.severity;
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function settingsOfManifest(): readonly string[] {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const sections: readonly { properties: object }[] = contributes.configuration;
  return sections.flatMap(({ properties }) => Object.keys(properties));
}

/** A value at a path of groups, as a client answers. */
function nested([name = '', ...rest]: readonly string[], value: unknown): object {
  return { [name]: rest.length === 0 ? value : nested(rest, value) };
}
