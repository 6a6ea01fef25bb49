import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawTable } from '../../server/cli/draw-table.ts';
import type { LoadMeasure, LoadMode } from './measure-load.ts';
import { type PackSize, writePack } from './write-pack.ts';

const HEAD = [
  '',
  's',
  'CPU s',
  'CPU of yaml alone',
  'goal',
  'heap MB',
  'peak MB',
  'read',
  'parsed',
];
/** Old enough for the times of a file to tell its next change. */
const AN_HOUR_AGO = Date.now() / 1000 - 3600;

/** Load a made-up pack in every way, each in a process of its own, beside the YAML library alone. */
export function benchPacks(size: PackSize): void {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  try {
    const [pack, cache] = [join(folder, 'pack'), join(folder, 'cache')];
    for (const path of writePack(pack, size)) utimesSync(path, AN_HOUR_AGO, AN_HOUR_AGO);
    const [alone] = run('yaml', pack, cache);
    const [cold] = run('load', pack, cache);
    const [warm, changed] = run('load', pack, cache);
    console.log(
      `A pack of ${size.statements} statements in ${size.files} files, ${megabytes(pack)} MB`,
    );
    console.log(
      drawTable([
        HEAD,
        row('yaml alone: parse()', '', alone, alone),
        row('cold: nothing cached', 'at most 3', cold, alone),
        row('warm: cache on disk', 'below 1', warm, alone),
        row('one file changed, same process', '', changed, alone),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Measure in a process of its own. */
function run(mode: LoadMode, pack: string, cache: string): readonly LoadMeasure[] {
  const [, bench = ''] = process.argv;
  const args = ['--expose-gc', ...process.execArgv, bench, 'load', mode, pack, cache];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function row(
  name: string,
  goal: string,
  measure: LoadMeasure | undefined,
  alone: LoadMeasure | undefined,
): readonly string[] {
  if (measure === undefined || alone === undefined) return [name];
  const { seconds, cpuSeconds, heapMegabytes, peakMegabytes, filesRead, filesParsed } = measure;
  return [
    name,
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    (cpuSeconds / alone.cpuSeconds).toFixed(2),
    goal,
    heapMegabytes.toFixed(0),
    peakMegabytes.toFixed(0),
    String(filesRead),
    String(filesParsed),
  ];
}

function megabytes(folder: string): string {
  const bytes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return (bytes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0);
}
