// Holds what a VSIX may contain, and how large it may be. By itself: `node test/editor/package/check-vsix.mjs FILE.vsix`.
import { deepStrictEqual, ok } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { project } from '../harness/workspace.mjs';
import { readZipNames } from './read-zip-names.mjs';

const LARGEST = 1_000_000; // bytes

const packagedAlways = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/client/icon/icon.png',
  'extension/client/snippets/markdown.json',
  'extension/client/walkthrough/fix.md',
  'extension/client/walkthrough/hover.md',
  'extension/client/walkthrough/record.md',
  'extension/client/walkthrough/sample.md',
  'extension/client/walkthrough/see.md',
  'extension/client/walkthrough/settings.md',
  'extension/dist/cli-program.js',
  'extension/dist/cli.js',
  'extension/dist/client-program.js',
  'extension/dist/client.js',
  'extension/dist/package.json',
  'extension/dist/packs.json',
  'extension/dist/server-program.js',
  'extension/dist/server.js',
  'extension/docs/letting-stand.md',
  'extension/docs/packs.md',
  'extension/docs/sample-draft.md',
  'extension/docs/verdicts/README.md',
  'extension/docs/verdicts/conflict.md',
  'extension/docs/verdicts/disputed.md',
  'extension/docs/verdicts/outdated.md',
  'extension/docs/verdicts/overprecise.md',
  'extension/docs/verdicts/supported.md',
  'extension/package.json',
  'extension/readme.md',
];

/** Errors: an AssertionError that shows the files too many or missing, or the size. */
export function checkVsix(file) {
  const bytes = readFileSync(file);
  deepStrictEqual(readZipNames(bytes).sort(), [...packagedAlways, ...factFiles()].sort());
  ok(bytes.length < LARGEST, `${file} has ${bytes.length} bytes; it must stay under ${LARGEST}`);
}

/** The shipped packs and the schema of their files, as they are in the project. */
function factFiles() {
  return readdirSync(join(project, 'facts'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.yaml$|^pack-file\.schema\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `extension/${relative(project, path).split(sep).join('/')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? join(project, 'stet.vsix');
  try {
    checkVsix(file);
    console.log(
      `${file} holds what it needs and nothing else (${readFileSync(file).length} bytes)`,
    );
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
