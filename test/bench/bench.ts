// What `npm run bench` prints: every speed beside that of a peer in the same run. `npm run bench -- PART` is one part.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { GFM, parser } from '@lezer/markdown';
import { drawTable } from '../../server/cli/draw-table.ts';
import type { DraftReading } from '../../server/core/claims/claim.ts';
import type { FactBase } from '../../server/core/facts/fact-base.ts';
import { readIsoDay } from '../../server/core/figures/calendar.ts';
import { readFigures } from '../../server/core/figures/read-figures.ts';
import { checkDraft } from '../../server/core/index.ts';
import { readBlock } from '../../server/core/prose/read-block.ts';
import { readOutline } from '../../server/core/prose/read-outline.ts';
import { readTokens } from '../../server/core/text/tokens.ts';
import { benchEditor } from './bench-editor.ts';
import { benchPacks } from './bench-packs.ts';
import { makeFacts } from './make-facts.ts';
import { makeRandom } from './make-random.ts';
import { draftOf, makeText } from './make-text.ts';
import { measureLoad } from './measure-load.ts';
import { quantile } from './quantile.ts';

const AS_OF = '2025-11-05';
const OPTIONS = { language: 'markdown', asOf: AS_OF } as const;
const MEGABYTE = 1_000_000;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const MANY = Number(process.env.MANY ?? 100_000);
const STATEMENTS_A_FILE = 100;
const DRAFT_WORDS = 10_000;
const EDITS = 200;
const GOALS = { shipped: 0.4, many: 0.3 };

const SPEED_HEAD = ['', 'ms', 'MB/s', 'speed against lezer', ''];
const EDIT_HEAD = ['', 'p50 ms', 'p95 ms', 'max ms', 'fresh ms', 'blocks checked again, p95'];

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  drafts: benchDrafts,
  packs: () => benchPacks({ statements: MANY, files: Math.ceil(MANY / STATEMENTS_A_FILE) }),
  editor: benchEditor,
};

/** Asked for by name only: it needs a packed extension and a browser. */
const WORKBENCH = join(import.meta.dirname, '../editor/bench/run.mjs');

const [part, ...words] = process.argv.slice(2);
if (part === 'workbench') execFileSync(process.execPath, [WORKBENCH], { stdio: 'inherit' });
else if (part === 'load') await measureLoad(words[0] ?? '', words[1] ?? '', words[2] ?? '');
else for (const name of part === undefined ? Object.keys(PARTS) : [part]) await PARTS[name]?.();

async function benchDrafts(): Promise<void> {
  const texts = { rich: makeText(MEGABYTE), article: makeText(MEGABYTE, 'article') };
  const shipped = await makeFacts(0);
  const start = performance.now();
  const many = await makeFacts(MANY);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(describeText('Figure-rich', texts.rich, shipped));
  console.log(describeText('Article-like', texts.article, shipped));
  console.log(`${many.statements.size} statements built and indexed in ${seconds} s\n`);
  console.log(`Medians of ${ROUNDS} rounds, figure-rich text but where it says otherwise`);
  console.log(`${describeSpeeds(measureSpeeds(texts, shipped, many), texts.rich.length)}\n`);
  console.log(
    `One character typed in a draft of ${DRAFT_WORDS} words, checked with the last reading at hand (${EDITS} edits)`,
  );
  console.log(`${drawTable([EDIT_HEAD, ...[shipped, many].map(editRow)])}\n`);
}

interface Contender {
  readonly name: string;
  readonly goal: number | null;
  run(): void;
}

/** Every contender once a round, so that whatever else the machine does slows all of them; the median of the rounds. */
function measureSpeeds(
  { rich, article }: { readonly rich: string; readonly article: string },
  shipped: FactBase,
  many: FactBase,
): ReadonlyMap<Contender, number> {
  const gfm = parser.configure([GFM]);
  const blocks = proseBlocks(rich);
  const contenders: readonly Contender[] = [
    {
      name: '@lezer/markdown GFM, parse and walk',
      goal: null,
      run: () => gfm.parse(rich).iterate({ enter: () => true }),
    },
    { name: 'figure grammar alone', goal: null, run: () => readAllFigures(blocks, shipped) },
    {
      name: `checkDraft, ${shipped.statements.size} statements`,
      goal: GOALS.shipped,
      run: () => checkDraft(rich, shipped, OPTIONS),
    },
    {
      name: `checkDraft, ${many.statements.size} statements`,
      goal: GOALS.many,
      run: () => checkDraft(rich, many, OPTIONS),
    },
    {
      name: `checkDraft, ${shipped.statements.size} statements, article-like text`,
      goal: null,
      run: () => checkDraft(article, shipped, OPTIONS),
    },
  ];
  const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [contender, own] of times) {
      const milliseconds = timed(() => contender.run());
      if (round >= 0) own.push(milliseconds); // the round before the first warms up
    }
  }
  return new Map([...times].map(([contender, own]) => [contender, quantile(own, 0.5)]));
}

function describeSpeeds(speeds: ReadonlyMap<Contender, number>, length: number): string {
  const [peer = 1] = speeds.values();
  const rows = [...speeds].map(([{ name, goal }, milliseconds]) => [
    name,
    milliseconds.toFixed(0),
    (length / milliseconds / 1000).toFixed(2),
    (peer / milliseconds).toFixed(3),
    goal === null ? '' : `goal ${goal}`,
  ]);
  return drawTable([SPEED_HEAD, ...rows]);
}

/** The prose of every block as the grammar gets it. */
function proseBlocks(markdown: string): readonly string[] {
  const outline = readOutline(markdown, 'markdown');
  return outline.blocks.map((place) => readBlock(outline, place).text);
}

function readAllFigures(blocks: readonly string[], { units }: FactBase): number {
  const options = { units, asOf: readIsoDay(AS_OF) ?? 0, side: 'draft' } as const;
  return blocks.reduce(
    (count, block) => count + readFigures(block, readTokens(block), options).length,
    0,
  );
}

function describeText(name: string, markdown: string, facts: FactBase): string {
  const { figures, claims, work } = checkDraft(markdown, facts, OPTIONS);
  const words = wordsIn(markdown);
  return `${name}: ${(markdown.length / MEGABYTE).toFixed(2)} MB, ${words} words, ${work.blocks} blocks, ${figures.length} figures, ${claims.length} claims`;
}

function wordsIn(markdown: string): number {
  return markdown.match(/\S+/g)?.length ?? 0;
}

/** Letters typed at places all over the draft, one after the other, each checked with the reading before it. */
function editRow(facts: FactBase): readonly string[] {
  const random = makeRandom(11);
  let draft = draftOf(DRAFT_WORDS);
  let reading: DraftReading = checkDraft(draft, facts, OPTIONS);
  const fresh = timed(() => checkDraft(draft, facts, OPTIONS));
  const times: number[] = [];
  const read: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const at = Math.floor(random() * draft.length);
    draft = `${draft.slice(0, at)}e${draft.slice(at)}`;
    times.push(
      timed(() => {
        reading = checkDraft(draft, facts, OPTIONS, reading);
      }),
    );
    read.push(reading.work.blocksChecked);
  }
  const cells = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times), fresh];
  return [
    `${facts.statements.size} statements`,
    ...cells.map((cell) => cell.toFixed(1)),
    `${quantile(read, 0.95)} of ${reading.work.blocks}`,
  ];
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
