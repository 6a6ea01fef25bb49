// What `npm run accuracy` prints: precision, recall, supported claims seen and exact fixes on the labelled drafts.
import { parseArgs } from 'node:util';
import { describeGroup, describeMisses, describeSet } from './describe-scores.ts';
import {
  type LabelSet,
  labelSet,
  labelSets,
  type MeasureOptions,
  measureMisremembered,
  measureSet,
  type SetGroup,
} from './measure-set.ts';
import type { DraftScore } from './score-draft.ts';

const HELP = `Usage: npm run accuracy -- [options]

  --set NAME           this set alone; may repeat (default: every test/accuracy/*.jsonl)
  --file PATH          a label file elsewhere; may repeat
  --id ID              this draft alone
  --facts DIR          a further pack; may repeat (a set named as a folder of test/packs has that one anyhow)
  --no-default-facts   leave out the packs that ship with Stet
  --quiet              leave out the misses
  --misremembered      put a value of like size in place of each right figure, one at a time, and count those found
  --look               show the misses of test sets too, which are left out otherwise: a test set that is read is tuning`;

const GROUPS: readonly SetGroup[] = ['tuning', 'test'];

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', multiple: true, default: [] },
      file: { type: 'string', multiple: true, default: [] },
      id: { type: 'string' },
      facts: { type: 'string', multiple: true, default: [] },
      'no-default-facts': { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      misremembered: { type: 'boolean', default: false },
      look: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const options: MeasureOptions = {
    dirs: values.facts,
    useDefault: !values['no-default-facts'],
    ...(values.id === undefined ? {} : { id: values.id }),
  };
  if (values.misremembered) {
    await reportMisremembered(chosenSets(values.set, values.file), options);
    return 0;
  }
  const measured = await measure(chosenSets(values.set, values.file), options);
  if (measured.length === 0) throw new Error(`No labelled draft has the id "${values.id}"`);
  report(measured, ({ group }) => !values.quiet && (group === 'tuning' || values.look));
  return 0;
}

function chosenSets(names: readonly string[], files: readonly string[]): readonly LabelSet[] {
  const known = labelSets();
  const named = names.map((name) => {
    const set = known.find((one) => one.name === name);
    if (set) return set;
    const there = known.map((one) => one.name).join(', ');
    throw new Error(`No set "${name}" in test/accuracy; there are ${there}`);
  });
  const chosen = [...named, ...files.map(labelSet)];
  return chosen.length > 0 ? chosen : known;
}

interface MeasuredSet extends LabelSet {
  readonly scores: readonly DraftScore[];
}

async function measure(
  sets: readonly LabelSet[],
  options: MeasureOptions,
): Promise<readonly MeasuredSet[]> {
  const measured: MeasuredSet[] = [];
  for (const set of sets) {
    const { scores, packErrors } = await measureSet(set, options);
    for (const error of packErrors) console.error(error);
    if (scores.length > 0) measured.push({ ...set, scores });
  }
  return measured;
}

async function reportMisremembered(
  sets: readonly LabelSet[],
  options: MeasureOptions,
): Promise<void> {
  const sums = new Map<SetGroup, { found: number; all: number }>();
  for (const set of sets) {
    const { found, all } = await measureMisremembered(set, options);
    if (all === 0) continue;
    console.log(`${set.name}: ${found} of ${all} misremembered figures found`);
    const sum = sums.get(set.group) ?? { found: 0, all: 0 };
    sums.set(set.group, { found: sum.found + found, all: sum.all + all });
  }
  for (const [group, { found, all }] of sums)
    console.log(`${group}: ${found} of ${all} = ${(found / all).toFixed(2)}`);
}

function report(measured: readonly MeasuredSet[], showsMisses: (set: LabelSet) => boolean): void {
  for (const set of measured) {
    const misses = showsMisses(set) ? describeMisses(set.scores) : '';
    console.log(`${describeSet(set.name, set.scores)}\n${misses === '' ? '' : `\n${misses}\n`}`);
  }
  if (measured.length < 2) return;
  for (const group of GROUPS) {
    const sets = measured.filter((set) => set.group === group);
    if (sets.length > 0) console.log(`${describeGroup(group, sets)}\n`);
  }
}
