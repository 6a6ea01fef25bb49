import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver/node';
import { rangeOf } from './drafts.ts';
import { sourcedWorkspace, uriIn } from './sourced-pack.ts';
import { type RunningServer, type StartOptions, startServer } from './start-server.ts';

const draft = '# Money\n\nSome say that Acme Widgets is valued at $15 billion.\n';
const sources = { configuration: () => ({ sources: ['texts'] }) };

/** Work that is far above what a hover takes and far below what anybody feels; it has to hold on a busy machine. */
const bearableMs = 25;

let server: RunningServer | undefined;

afterEach(async () => {
  expect(await server?.stop()).toBe(0);
  server = undefined;
});

describe('the links of a hover', () => {
  it('lead to the statement, and run the commands that the client has', async () => {
    const folder = sourcedWorkspace();
    const card = await hover(folder, {
      initializationOptions: { linkCommands: ['stet.explain', 'stet.unknown'] },
    });
    const pack = uriIn(folder, 'facts/acme.yaml');
    const place = { uri: uriIn(folder, 'draft.md'), position: rangeOf(draft, '$15').start };
    const links = card.split('\n\n').at(-1);
    expect(links).toMatch(/^\[Statement\]\(.+#L11\) · \[Explain\]\(command:stet\.explain\?.+\)$/);
    expect(links).toContain(`(${pack}#L11)`);
    expect(argumentsOf(links)).toEqual([place]);
  });

  it('lead to the line of a source whose text is at hand', async () => {
    const folder = sourcedWorkspace();
    const text = uriIn(folder, 'texts/found by its content.txt');
    const linked = `line [3](${text}#L3)`;
    // The folder is read while the draft is; until then the line is shown without a link.
    await hover(folder, sources);
    await expect.poll(() => cardAt(folder), { timeout: 10_000 }).toContain(linked);
    expect(await cardAt(folder)).toContain('*A letter*, line 1: “$12 billion”');
  });

  it('run no command in a client that has not said so', async () => {
    const card = await hover(sourcedWorkspace(), {});
    expect(card).toContain('[Statement](file:');
    expect(card).not.toContain('command:');
  });

  it('stay what they are whatever the client says it runs', async () => {
    const options = { initializationOptions: { linkCommands: { 'stet.explain': true } } };
    expect(await hover(sourcedWorkspace(), options)).not.toContain('command:');
  });
});

describe('a hover in a long draft', () => {
  it('is there at once', async () => {
    const folder = sourcedWorkspace();
    const sentence = 'Nobody at Acme Widgets, valued at $15 billion, had anything to add to that. ';
    const words = sentence.split(' ').length - 1;
    const text = `${`${sentence.repeat(5)}\n\n`.repeat(Math.ceil(10_000 / (5 * words)))}`;
    server = await startServer({ folders: [folder] });
    const uri = uriIn(folder, 'draft.md');
    await server.open(uri, text);
    expect((await server.pull(uri)).length).toBeGreaterThan(700);
    const times: number[] = [];
    for (let line = 0; line < 200; line += 10) {
      const start = performance.now();
      const found = await server.hover(uri, { line, character: sentence.indexOf('$15') });
      times.push(performance.now() - start);
      expect(found).not.toBeNull();
    }
    const median = times.sort((one, other) => one - other)[times.length >> 1];
    expect(median).toBeLessThan(bearableMs);
  });
});

async function hover(folder: string, options: StartOptions): Promise<string> {
  server = await startServer({ folders: [folder], ...options });
  await server.open(uriIn(folder, 'draft.md'), draft);
  return cardAt(folder);
}

/** The card of the draft's figure. */
async function cardAt(folder: string): Promise<string> {
  const at = rangeOf(draft, '$15 billion').start;
  const found = await server?.hover(uriIn(folder, 'draft.md'), at);
  return MarkupContent.is(found?.contents) ? found.contents.value : 'no card';
}

/** What a command link hands over. */
function argumentsOf(links = ''): unknown {
  const query = /command:[\w.]+\?([^)]+)\)/.exec(links)?.[1] ?? 'null';
  return JSON.parse(decodeURIComponent(query));
}
