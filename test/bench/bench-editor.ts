import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawTable } from '../../server/cli/draw-table.ts';
import { indexLines } from '../../server/core/text/line-map.ts';
import { type ServerKind, startLanguageServer } from './language-server.ts';
import { makeRandom } from './make-random.ts';
import { draftOf } from './make-text.ts';
import { quantile } from './quantile.ts';
import { makeYaml } from './write-pack.ts';

const PROJECT = join(import.meta.dirname, '../..');
const SAMPLE = join(PROJECT, 'docs/sample-draft.md');
const DRAFT_WORDS = 10_000;
const STARTS = Number(process.env.STARTS ?? 7);
const HOVERS = 200;
const EDITS = 100;
/** Until the code is as fast as it gets while one writes. */
const WARM_UP = 20;
/** The YAML server waits so long after a change before it checks (`validationDelayMs`). */
const PEER_DELAY_MS = 200;
const START = { line: 0, character: 0 };

const HEAD = ['', 'Stet ms', 'YAML ms', 'Stet / YAML', 'goal'];

/** A server, and the documents that it is measured on. */
interface Contender {
  readonly kind: ServerKind;
  readonly small: string;
  readonly large: string;
  readonly ending: string;
  /** What it waits for on purpose before it checks; a writer waits for that too, but it is no work. */
  readonly delayMs: number;
}

/** What the start of a server took, in milliseconds. */
interface Start {
  readonly greeted: number;
  /** From the start of the process to the diagnostics of the first document, a small one. */
  readonly firstMarks: number;
  /** From opening a second one to its diagnostics. */
  readonly openMarks: number;
  /** How many diagnostics there were. */
  readonly marks: number;
}

/** What the work in a large document took, in milliseconds. */
interface Work {
  readonly hovers: readonly number[];
  readonly edits: readonly number[];
  readonly marks: number;
}

/**
 * Measure Stet's language server beside another one, both as an editor runs them: start, diagnostics, hover and typing.
 * Times are the client's: they hold the way there and back.
 */
export async function benchEditor(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  try {
    const stet = stetContender(join(folder, 'cache'));
    const peer = peerContender(stet);
    const neverStarted = () => stetContender(mkdtempSync(join(folder, 'fresh-')));
    const [starts = [], firstStarts = [], peerStarts = []] = await measureStarts([
      () => stet,
      neverStarted,
      () => peer,
    ]);
    const [work, peerWork] = [await measureWork(stet), await measureWork(peer)];
    console.log(describeDocuments('Small', 'small', [stet, peer], [starts[0], peerStarts[0]]));
    console.log(describeDocuments('Large', 'large', [stet, peer], [work, peerWork]));
    console.log(
      `Medians of ${STARTS} starts; ${HOVERS} hovers and ${EDITS} keystrokes. Of the keystrokes, the ${PEER_DELAY_MS} ms that the YAML server waits before it checks are taken off\n`,
    );
    const rows = [
      startRow('start until the greeting is answered', 'greeted', starts, peerStarts),
      startRow('start to first diagnostics, small', 'firstMarks', starts, peerStarts, HALF),
      startRow('the same, nothing in the cache', 'firstMarks', firstStarts, peerStarts, HALF),
      startRow('open to diagnostics, small', 'openMarks', starts, peerStarts, HALF),
      ...workRows('hover, large', work.hovers, peerWork.hovers),
      ...workRows('keystroke to diagnostics, large', work.edits, peerWork.edits),
    ];
    console.log(`${drawTable([HEAD, ...rows])}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HALF = 'at most 0.5 of YAML';

function describeDocuments(
  title: string,
  size: 'small' | 'large',
  contenders: readonly Contender[],
  measured: readonly ({ readonly marks: number } | undefined)[],
): string {
  const parts = contenders.map(
    (contender, index) =>
      `${contender.kind.name} ${contender[size].length} characters, ${measured[index]?.marks} diagnostics`,
  );
  return `${title}: ${parts.join('; ')}`;
}

function startRow(
  name: string,
  what: keyof Start,
  stet: readonly Start[],
  peer: readonly Start[],
  goal = '',
): readonly string[] {
  const median = (starts: readonly Start[]): number =>
    quantile(
      starts.map((start) => start[what]),
      0.5,
    );
  return row(name, median(stet), median(peer), goal);
}

function workRows(
  name: string,
  stet: readonly number[],
  peer: readonly number[],
): readonly (readonly string[])[] {
  return [
    row(`${name}, p50`, quantile(stet, 0.5), quantile(peer, 0.5), ''),
    row(`${name}, p95`, quantile(stet, 0.95), quantile(peer, 0.95), 'under 5 ms'),
  ];
}

function row(name: string, stet: number, peer: number, goal: string): readonly string[] {
  return [name, stet.toFixed(1), peer.toFixed(1), (stet / peer).toFixed(2), goal];
}

function stetContender(cache: string): Contender {
  return {
    kind: {
      name: 'Stet',
      command: [join(PROJECT, 'dist/server.js'), '--stdio'],
      env: cacheIn(cache),
      languageId: 'markdown',
      settingsOf: () => null,
    },
    small: readFileSync(SAMPLE, 'utf8'),
    large: draftOf(DRAFT_WORDS),
    ending: '.md',
    delayMs: 0,
  };
}

/** With the schema of pack files, and every fourth statement at odds with it. */
function peerContender({ small, large }: Contender): Contender {
  const install = join(import.meta.dirname, 'peer/install.mjs');
  const module = execFileSync(process.execPath, [install], { encoding: 'utf8' }).trim();
  const schema = pathToFileURL(join(PROJECT, 'facts/pack-file.schema.json')).href;
  const settings = { schemas: { [schema]: '*.yaml' }, schemaStore: { enable: false } };
  return {
    kind: {
      name: 'YAML',
      command: [module, '--stdio'],
      env: {},
      languageId: 'yaml',
      settingsOf: (section) => (section === 'yaml' ? settings : null),
    },
    small: withMistakes(makeYaml(small.length)),
    large: withMistakes(makeYaml(large.length)),
    ending: '.yaml',
    delayMs: PEER_DELAY_MS,
  };
}

function withMistakes(yaml: string): string {
  let statement = 0;
  return yaml.replace(/ {4}property:/g, (key) => (statement++ % 4 === 0 ? '    propriety:' : key));
}

function cacheIn(folder: string): Readonly<Record<string, string>> {
  return { XDG_CACHE_HOME: folder };
}

/** The contenders in turn, so that whatever else the machine does slows all of them. */
async function measureStarts(
  contenders: readonly (() => Contender)[],
): Promise<readonly (readonly Start[])[]> {
  const starts: Start[][] = contenders.map(() => []);
  for (let round = -1; round < STARTS; round++) {
    for (const [index, contender] of contenders.entries()) {
      const start = await measureStart(contender());
      if (round >= 0) starts[index]?.push(start); // the round before the first fills caches
    }
  }
  return starts;
}

async function measureStart({ kind, small, ending }: Contender): Promise<Start> {
  const began = performance.now();
  const server = await startLanguageServer(kind);
  const marks = await server.open(`file:///bench/first${ending}`, small);
  const firstMarks = performance.now() - began;
  if (marks.length === 0) throw new Error(`${kind.name} finds nothing in its small document`);
  const openMarks = await timed(() => server.open(`file:///bench/next${ending}`, small));
  await server.stop();
  return { greeted: server.greetedAfter, firstMarks, openMarks, marks: marks.length };
}

async function measureWork({ kind, large, ending, delayMs }: Contender): Promise<Work> {
  const server = await startLanguageServer(kind);
  const uri = `file:///bench/large${ending}`;
  const marks = await server.open(uri, large);
  const random = makeRandom(5);
  const anyOf = <T>(items: readonly T[]): T | undefined =>
    items[Math.floor(random() * items.length)];

  const hovers: number[] = [];
  for (let hover = -WARM_UP; hover < HOVERS; hover++) {
    const at = anyOf(marks)?.range.start ?? START;
    const took = await timed(() => server.hover(uri, at));
    if (hover >= 0) hovers.push(took);
  }
  const edits: number[] = [];
  const lines = indexLines(large);
  for (let edit = -WARM_UP; edit < EDITS; edit++) {
    // At the end of a line, where a letter breaks neither a figure nor a key of YAML for good.
    const line = Math.floor(random() * lines.lineCount);
    const at = { line, character: lines.lineText(line).length };
    const took = await timed(() => server.type(uri, 2 + edit + WARM_UP, at, 'e'));
    if (edit >= 0) edits.push(took - delayMs);
  }
  await server.stop();
  return { hovers, edits, marks: marks.length };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
