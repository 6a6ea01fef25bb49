import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder } from './cache-folder.ts';

/** How often a server, which lives for hours, is asked whether its code is to be kept; unused code is dropped in time. */
const ASK_MS = 5_000;

/**
 * Run the built program `file`, which lies beside this one, with the code that it was compiled to at an earlier start:
 * compiling takes a third of a start. Node 22 can do so itself (`module.enableCompileCache`), Node 20 and the editors
 * that run on it cannot; its variable NODE_DISABLE_COMPILE_CACHE turns this off too.
 * The program exports `mayKeepCode`, asked until it says that what most starts need has run, and may be kept.
 * It must load what it needs by `require` alone: compiled code that was kept knows no way back to `import()`.
 * Errors: those of the program; a cache that cannot be read or written is done without.
 */
export function runProgram(file: string): ProgramExports {
  const filename = join(import.meta.dirname, file);
  const source = readFileSync(filename, 'utf8');
  const cache = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : openCodeCache(file, source);
  const cachedData = cache?.read();
  const script = new Script(wrap(source), cachedData ? { filename, cachedData } : { filename });
  const module: { exports: ProgramExports } = { exports: {} };
  const run = script.runInThisContext();
  run(module.exports, createRequire(filename), module, filename, import.meta.dirname);
  if (cache !== undefined && script.cachedDataRejected !== false)
    keepOnce(() => {
      const mayKeep = module.exports.mayKeepCode?.() === true;
      if (mayKeep) cache.write(script.createCachedData());
      return mayKeep;
    });
  return module.exports;
}

/** What a program may give whoever runs it. */
interface ProgramExports {
  readonly mayKeepCode?: () => boolean;
  readonly activate?: unknown;
  readonly deactivate?: unknown;
}

/** Try until it succeeds, for the last time when the process ends. */
function keepOnce(tryToKeep: () => boolean): void {
  const again = (): void => {
    if (!tryToKeep()) return;
    clearInterval(timer);
    process.off('exit', again);
  };
  const timer = setInterval(again, ASK_MS).unref();
  process.on('exit', again);
}

/** One entry for a program and the engine that runs it. */
interface CodeCache {
  /** The code of this very source; undefined where there is none, or no longer whole. */
  read(): Buffer | undefined;
  write(code: Buffer): void;
}

const DIGEST_BYTES = 32;

/** The engine refuses code of another version or other flags, but neither that of another source nor spoilt code. */
function openCodeCache(program: string, source: string): CodeCache {
  const { env, platform, arch, pid, versions } = process;
  const folder = join(cacheFolder({ env, platform, home: homedir() }), 'code');
  const path = join(folder, `${program}-${versions.v8}-${arch}`);
  const digestOf = (code: Buffer): Buffer =>
    createHash('sha256').update(source).update(code).digest();
  return {
    read() {
      try {
        const bytes = readFileSync(path);
        const code = bytes.subarray(DIGEST_BYTES);
        return digestOf(code).equals(bytes.subarray(0, DIGEST_BYTES)) ? code : undefined;
      } catch {
        return undefined;
      }
    },
    write(code) {
      const part = `${path}.${pid}.part`;
      const isWritten = succeeds(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(part, Buffer.concat([digestOf(code), code]), { mode: 0o600 });
        renameSync(part, path);
      });
      if (!isWritten) succeeds(() => rmSync(part, { force: true }));
    },
  };
}

function succeeds(task: () => void): boolean {
  try {
    task();
    return true;
  } catch {
    return false;
  }
}
