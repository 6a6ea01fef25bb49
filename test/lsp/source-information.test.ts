import { afterEach, describe, expect, it } from 'vitest';
import { sourcedWorkspace, uriIn } from './sourced-pack.ts';
import { type RunningServer, type StartOptions, startServer } from './start-server.ts';

const draft = 'Acme Widgets is valued at $15 billion.\n';

let server: RunningServer;

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

/** What is related to the only finding: the file and the message of each, once `isThere` holds of them. */
async function related(
  folder: string,
  options: StartOptions,
  isThere: (uris: readonly string[]) => boolean,
): Promise<readonly (readonly [uri: string, line: number, message: string])[]> {
  server = await startServer({ folders: [folder], ...options });
  const uri = uriIn(folder, 'draft.md');
  await server.open(uri, draft);
  for (;;) {
    const heard = server.refreshes.all.length;
    const [finding] = await server.pull(uri);
    const found = finding?.relatedInformation ?? [];
    if (isThere(found.map(({ location }) => location.uri))) {
      return found.map(({ location: { uri: at, range }, message }) => [
        at,
        range.start.line,
        message,
      ]);
    }
    await server.refreshes.first('A refresh', () => server.refreshes.all.length > heard);
  }
}

describe('what is related to a finding', () => {
  const diary = 'texts/found by its content.txt';

  it('is the statement, and the line of each source whose text is at hand', async () => {
    const folder = sourcedWorkspace();
    const settings = { configuration: () => ({ sources: ['texts'] }) };
    const found = await related(folder, settings, (uris) => uris.includes(uriIn(folder, diary)));
    expect(found.filter(([uri]) => uri === uriIn(folder, diary))).toEqual([
      [uriIn(folder, diary), 2, expect.stringContaining('“$12 billion”')],
      [uriIn(folder, diary), 3, expect.stringContaining('“$13 billion”')],
    ]);
    expect(found[0]?.[0]).toBe(uriIn(folder, 'facts/acme.yaml'));
  });

  it('is known to be the same when it is asked for again', async () => {
    const folder = sourcedWorkspace();
    const settings = { configuration: () => ({ sources: ['texts'] }) };
    await related(folder, settings, (uris) => uris.includes(uriIn(folder, diary)));
    const uri = uriIn(folder, 'draft.md');
    const { resultId } = await server.pullReport(uri);
    expect(await server.pullReport(uri, resultId)).toEqual({ kind: 'unchanged', resultId });
  });

  it('is the statement alone where no setting names the texts', async () => {
    const folder = sourcedWorkspace();
    const found = await related(folder, {}, (uris) => uris.length > 0);
    expect(new Set(found.map(([uri]) => uri))).toEqual(new Set([uriIn(folder, 'facts/acme.yaml')]));
  });
});
