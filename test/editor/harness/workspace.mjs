// The folders that the tests open, made anew for each run.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));

export const project = dirname(dirname(here));
export const sampleDraft = join(project, 'docs/sample-draft.md');

/** A workspace with the drafts of the suite. With `result`, opening it runs the suite and writes that file. */
export function makeSuiteWorkspace(folder, result) {
  cpSync(join(here, 'fixtures'), folder, { recursive: true });
  // One for each test that leaves its file changed.
  for (const name of ['saved.md', 'moving.md']) {
    cpSync(join(here, 'fixtures/deal.md'), join(folder, name));
  }
  cpSync(sampleDraft, join(folder, 'sample-draft.md'));
  if (result) writeFileSync(join(folder, 'stet-suite.json'), JSON.stringify({ result }));
}

/** A workspace with a pack that has a mistake in it, and a draft that it is about. Returns the path of the pack's file. */
export function makePackWorkspace(folder) {
  cpSync(join(here, 'fixtures-pack'), folder, { recursive: true });
  return join(folder, 'facts/acme.yaml');
}

/**
 * A workspace as a writer has it: one draft, by default the sample, and settings of its own. Returns the draft's path.
 */
export function makeWriterWorkspace(
  folder,
  { text = readFileSync(sampleDraft), settings = {} } = {},
) {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const draft = join(folder, 'draft.md');
  writeFileSync(draft, text);
  return draft;
}
