import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type CompletionContext,
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  LSPErrorCodes,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FiguresParams, FiguresResult } from '../../server/lsp/protocol.ts';
import { pushedClient, type RunningServer, startServer } from './start-server.ts';

let server: RunningServer;
let settings: object = {};
let opened = 0;

beforeAll(async () => {
  server = await startServer({ configuration: () => settings });
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

const asked: CompletionContext = { triggerKind: CompletionTriggerKind.Invoked };
const behindSpace: CompletionContext = {
  triggerKind: CompletionTriggerKind.TriggerCharacter,
  triggerCharacter: ' ',
};

describe('completion in a draft', () => {
  it('offers the recorded figure behind a cue, with its time and its sources', async () => {
    const { text, items } = await complete('OpenAI is valued at |', behindSpace);
    expect(items).toMatchObject([{ label: '$500 billion', detail: 'as of October 2025' }]);
    expect(items[0]?.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringMatching(
        /^\*\*OpenAI, valuation\*\*\n\n\*\*\$500 billion\*\*, as of .*\n\n- \*.*line \d/,
      ),
    });
    expect(applied(text, items[0])).toBe('OpenAI is valued at $500 billion');
  });

  it('goes on with a figure that was begun', async () => {
    const { text, items } = await complete('Once $5bn, OpenAI is valued at $5|', asked);
    expect(items).toMatchObject([{ label: '$500bn', filterText: '$500bn' }]);
    expect(applied(text, items[0])).toBe('Once $5bn, OpenAI is valued at $500bn');
  });

  it('offers nothing behind any other space, nor in code', async () => {
    expect((await complete('OpenAI is |', behindSpace)).items).toEqual([]);
    expect((await complete('The weather is |', behindSpace)).items).toEqual([]);
    expect((await complete('`OpenAI is valued at |`', asked)).items).toEqual([]);
  });

  it('is registered for drafts with signs that figures begin with, and for packs with theirs', async () => {
    const registration = (language: string) =>
      server.registrations.first(`completion of ${language}`, ({ method, registerOptions }) => {
        const ofLanguage = JSON.stringify(registerOptions?.documentSelector ?? []).includes(
          language,
        );
        return method === CompletionRequest.method && ofLanguage;
      });
    const drafts = await registration('markdown');
    expect(drafts.registerOptions.triggerCharacters).toEqual([' ', '$', '€', '£', '¥']);
    expect(drafts.registerOptions.documentSelector).toContainEqual({ language: 'plaintext' });
    expect((await registration('yaml')).registerOptions.triggerCharacters).toContain('{');
  });

  it('is there for a client that cannot be asked later', async () => {
    const older = await startServer({ capabilities: pushedClient });
    const triggers = older.initialized.capabilities.completionProvider?.triggerCharacters;
    expect(triggers).toEqual(expect.arrayContaining(['$', '{']));
    expect(await older.stop()).toBe(0);
  });

  it('can be turned off', async () => {
    settings = { completion: false };
    await server.configure();
    expect((await complete('OpenAI is valued at |', asked)).items).toEqual([]);
    settings = {};
    await server.configure();
  });
});

describe('stet/figures', () => {
  it('finds values on record by words, as the draft would write them', async () => {
    const uri = await open('It cost $5bn. ');
    const { figures, more, reason } = await ask(uri, 'openai valuation');
    expect(figures[0]).toMatchObject({
      text: '$500bn',
      title: 'OpenAI, valuation',
      detail: expect.stringMatching(/^as of October 2025 · /),
    });
    expect({ more, reason }).toEqual({ more: 0, reason: null });
    expect((await ask(uri, 'no such thing')).figures).toEqual([]);
  });

  it('has those of whom the draft speaks first', async () => {
    const uri = await open('Revenue of AWS was $33 billion in the third quarter of 2025.');
    const { figures } = await ask(uri, '');
    expect(figures[0]?.title).toMatch(/^(?:AWS|Amazon Web Services), /);
  });

  it('says why a document has none', async () => {
    const uri = await open('a: 1', 'json');
    expect(await ask(uri, '')).toMatchObject({
      figures: [],
      reason: 'Nothing is checked here: Files of language "json" are not drafts',
    });
  });

  it('can be cancelled', async () => {
    const uri = await open('It cost $5bn.');
    const cancel = new CancellationTokenSource();
    const answer = ask(uri, 'openai', cancel);
    cancel.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});

/** What is offered at `|` of a draft of its own. */
async function complete(marked: string, context: CompletionContext) {
  const text = marked.replace('|', '');
  const uri = await open(text);
  const position = TextDocument.create('', '', 0, text).positionAt(marked.indexOf('|'));
  const answer = await server.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
    context,
  });
  const items: readonly CompletionItem[] = Array.isArray(answer) ? answer : (answer?.items ?? []);
  return { text, items };
}

async function open(text: string, languageId = 'markdown'): Promise<string> {
  opened += 1;
  const uri = `untitled:draft-${opened}`;
  await server.open(uri, text, languageId);
  return uri;
}

function ask(uri: string, query: string, { token } = new CancellationTokenSource()) {
  const params: FiguresParams = {
    textDocument: { uri },
    position: { line: 0, character: 14 },
    query,
  };
  return server.connection.sendRequest<FiguresResult>('stet/figures', params, token);
}

function applied(text: string, item: CompletionItem | undefined): string {
  const edit = item?.textEdit;
  if (!isTextEdit(edit)) throw new Error('The item has no edit');
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [edit]);
}

function isTextEdit(edit: CompletionItem['textEdit']): edit is TextEdit {
  return edit !== undefined && 'range' in edit;
}
