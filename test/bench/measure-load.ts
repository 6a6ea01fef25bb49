import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadFacts } from '../../server/host/load-facts.ts';
import { openPackCache } from '../../server/host/pack-cache.ts';
import { PackFiles } from '../../server/host/pack-files.ts';

/** What one way to read a pack took. */
export interface LoadMeasure {
  readonly seconds: number;
  /** Of all threads: unlike the time on the clock, not lengthened by what else the machine does. */
  readonly cpuSeconds: number;
  /** In use afterwards, what nobody needs any more not counted. */
  readonly heapMegabytes: number;
  /** The most that the process has taken so far. */
  readonly peakMegabytes: number;
  readonly filesRead: number;
  readonly filesParsed: number;
}

/** `yaml`: the library alone; `load`: all of a load, by a cache where it is not empty, and again after one change. */
export type LoadMode = 'yaml' | 'load';

/** Measure in this process, which should be a fresh one, and print the measures as JSON. */
export async function measureLoad(mode: string, folder: string, cache: string): Promise<void> {
  const measures =
    mode === 'yaml' ? [await measureYaml(folder)] : await measureLoads(folder, cache);
  console.log(JSON.stringify(measures));
}

function measureYaml(folder: string): Promise<LoadMeasure> {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return measure(async () => {
    for (const text of files) parse(text);
    return { read: files.length, parsed: files.length };
  });
}

async function measureLoads(folder: string, cache: string): Promise<readonly LoadMeasure[]> {
  const wanted = { dirs: [folder], useDefault: true };
  const files = new PackFiles(openPackCache({ folder: cache }));
  let loaded: Awaited<ReturnType<typeof loadFacts>> | undefined;
  const load = async () => {
    const { read, parsed } = files.work;
    loaded = await loadFacts(wanted, { files, last: loaded?.facts });
    const [error] = loaded.issues;
    if (error !== undefined) throw new Error(`${error.file}: ${error.message}`);
    return { read: files.work.read - read, parsed: files.work.parsed - parsed };
  };
  const first = await measure(load);
  change(join(folder, readdirSync(folder).sort()[0] ?? ''));
  return [first, await measure(load)];
}

/** Another value for the first statement of a file. */
function change(file: string): void {
  const digit = String(Date.now() % 10);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/value: \$\d/, `value: $1${digit}`));
}

async function measure(
  run: () => Promise<{ readonly read: number; readonly parsed: number }>,
): Promise<LoadMeasure> {
  const start = performance.now();
  const before = process.cpuUsage();
  const { read, parsed } = await run();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  globalThis.gc?.();
  return {
    seconds,
    cpuSeconds: (user + system) / 1e6,
    heapMegabytes: process.memoryUsage().heapUsed / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1e3,
    filesRead: read,
    filesParsed: parsed,
  };
}
