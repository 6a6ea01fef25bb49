import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import {
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionItem,
  CompletionRequest,
  type Diagnostic,
  type Position,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { temporaryFolder } from '../temporary-folder.ts';
import { factsFile, writePack } from './example-pack.ts';
import { type RunningServer, type StartOptions, startServer } from './start-server.ts';

/** A text with the cursor in it, open in the editor. */
interface Written {
  readonly uri: string;
  readonly text: string;
  readonly position: Position;
}

/** Someone who writes the example pack in an editor. */
export interface PackWriter {
  readonly server: RunningServer;
  readonly folder: string;
  /** The URI of a file of the workspace. */
  uriOf(path: string): string;
  /** Open `marked` in the place of the pack's file, or of another, with the cursor where `|` stands. */
  write(marked: string, path?: string): Promise<Written>;
  /** What is offered where `|` stands. */
  complete(marked: string, path?: string): Promise<readonly CompletionItem[]>;
  /** The lenses of a file that is open, each with its count. */
  lenses(uri: string): Promise<readonly CodeLens[]>;
  /** The diagnostics of the pack's file, once they are as wanted. */
  mistakes(isWanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** Those that were sent last. */
  lastMistakes(path?: string): readonly Diagnostic[];
}

/** The path of the example pack's file with its one statement, from the workspace folder. */
export const packFile = 'facts/acme.yaml';

/** A folder with the example pack in it. */
export function packWorkspace(): string {
  const folder = temporaryFolder();
  writePack(join(folder, 'facts'), '$12 billion');
  return folder;
}

/**
 * One writer for all tests of a file, who starts with `files` beside the example pack.
 * A server takes longer to start than these tests to run.
 */
export function sharedWriter(
  use: (writer: PackWriter) => void,
  files: Readonly<Record<string, string>> = {},
): void {
  const folder = mkdtempSync(join(tmpdir(), 'stet-'));
  let writer: PackWriter | undefined;
  beforeAll(async () => {
    writePack(join(folder, 'facts'), '$12 billion');
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    writer = await startWriter(folder);
    use(writer);
  });
  afterAll(async () => {
    expect(await writer?.server.stop()).toBe(0);
    rmSync(folder, { recursive: true });
  });
}

/** Start a server on a folder that holds the example pack. */
export async function startWriter(folder: string, options: StartOptions = {}): Promise<PackWriter> {
  const server = await startServer({ folders: [folder], ...options });
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const ofPack = pathToFileURL(factsFile(join(folder, 'facts'))).href;
  const open = new Set<string>();

  async function write(marked: string, path = packFile): Promise<Written> {
    const uri = uriOf(path);
    const at = marked.indexOf('|');
    const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1);
    if (open.has(uri)) await server.close(uri);
    open.add(uri);
    await server.open(uri, text, 'yaml');
    return { uri, text, position: positionIn(text, at) };
  }

  return {
    server,
    folder,
    uriOf,
    write,
    async complete(marked, path) {
      const { uri, position } = await write(marked, path);
      return completed(server, uri, position);
    },
    async lenses(uri) {
      const answer = await server.connection.sendRequest(CodeLensRequest.type, {
        textDocument: { uri },
      });
      return Promise.all(
        (answer ?? []).map((lens) =>
          server.connection.sendRequest(CodeLensResolveRequest.type, lens),
        ),
      );
    },
    async mistakes(isWanted) {
      const { diagnostics } = await server.published.first(
        'The mistakes of the pack',
        (one) => one.uri === ofPack && isWanted(one.diagnostics),
      );
      return diagnostics;
    },
    lastMistakes(path = packFile) {
      const sent = server.published.all.filter(({ uri }) => uri === uriOf(path));
      return sent.at(-1)?.diagnostics ?? [];
    },
  };
}

/** What the server offers at a place. */
export async function completed(
  server: RunningServer,
  uri: string,
  position: Position,
): Promise<readonly CompletionItem[]> {
  const answer = await server.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
  });
  if (Array.isArray(answer)) return answer;
  return answer?.items ?? [];
}

/** The position of an offset in `text`. */
export function positionIn(text: string, offset: number): Position {
  return TextDocument.create('', '', 0, text).positionAt(offset);
}

/** `text` with `|` in the first place that `marked` shows: `subject: |acme`. */
export function withCursor(text: string, marked: string): string {
  const words = marked.replace('|', '');
  if (!text.includes(words)) throw new Error(`"${words}" is not in the text`);
  return text.replace(words, () => marked);
}
