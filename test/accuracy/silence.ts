// What `npm run silence` does: the checker over text that has nothing to do with the record. It must find nothing.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Claim } from '../../server/core/claims/claim.ts';
import { checkDraft } from '../../server/core/index.ts';
import { indexLines } from '../../server/core/text/line-map.ts';
import { loadFacts } from '../../server/host/load-facts.ts';

const HELP = `Usage: npm run silence -- [--as-of DATE] [--facts DIR]… [FOLDER…]

Checks every *.md and *.markdown below the folders (default: node_modules) and prints what is called a conflict or outdated.`;

/** A day on which the shipped record is fresh: nothing is passed over for its age. */
const AS_OF = '2025-11-05';

/** How much of the text is shown on each side of a finding. */
const CONTEXT = 60;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string', default: AS_OF },
      facts: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const folders = positionals.length > 0 ? positionals : ['node_modules'];
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing !== undefined) {
    console.error(`There is no folder ${missing}`);
    return 2;
  }
  const { facts } = await loadFacts({ dirs: values.facts, useDefault: true });
  const texts = distinctTexts(folders.flatMap(markdownBelow));
  const totals = { words: 0, figures: 0, claims: 0, alarms: 0 };
  const start = performance.now();
  for (const [text, path] of texts) {
    const reading = checkDraft(text, facts, { language: 'markdown', asOf: values['as-of'] });
    const alarms = reading.claims.filter(isAlarm);
    totals.words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    totals.figures += reading.figures.length;
    totals.claims += reading.claims.length;
    totals.alarms += alarms.length;
    for (const alarm of alarms) console.log(describe(alarm, text, path));
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { words, figures, claims, alarms } = totals;
  console.log(
    `${texts.size} files, ${words} words, ${figures} figures read, ${claims} claims, ${alarms} called conflict or outdated (${seconds} s)`,
  );
  return alarms === 0 ? 0 : 1;
}

function isAlarm({ verdict }: Claim): boolean {
  return verdict === 'conflict' || verdict === 'outdated';
}

function markdownBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/i.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** Packages carry the same files again and again; each text once, with the first path it was found at. */
function distinctTexts(paths: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    if (!texts.has(text)) texts.set(text, relative(process.cwd(), path));
  }
  return texts;
}

function describe(claim: Claim, text: string, path: string): string {
  const { line, character } = indexLines(text).position(claim.span.start);
  const around = text.slice(Math.max(0, claim.span.start - CONTEXT), claim.span.end + CONTEXT);
  return [
    `${path}:${line + 1}:${character + 1}: ${claim.verdict} "${claim.text}" about ${claim.statement}`,
    `  … ${around.replace(/\s+/g, ' ')} …`,
    ...claim.reasons.map(({ code, text: why }) => `  ${code}: ${why}`),
  ].join('\n');
}
