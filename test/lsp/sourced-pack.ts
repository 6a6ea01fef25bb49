import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../temporary-folder.ts';

/** What the diary says; the example record rests on its third and fourth line. */
export const diaryText =
  'The diary\n\nAcme Widgets is worth $12 billion.\nA bank says $13 billion.\n';

/** A pack whose sources are texts: the diary states two values, the letter, which is not at hand, one of them. */
export const sourcedPack = `entities:
  acme: { name: Acme Widgets, type: company, aliases: [Acme] }
sources:
  diary:
    title: The Acme diary
    digest: ${createHash('sha256').update(diaryText).digest('hex')}
  letter:
    title: A letter
    digest: ${'0'.repeat(64)}
statements:
  - id: acme.valuation
    subject: acme
    property: valuation
    value: $12 billion
    time: 2025-11
    references:
      - { source: diary, line: 3, exact: $12 billion }
      - { source: letter, line: 1, exact: $12 billion }
  - id: acme.valuation-bank
    subject: acme
    property: valuation
    value: $13 billion
    time: 2025-11
    references:
      - { source: diary, line: 4, exact: $13 billion }
`;

/** A workspace with that pack, the diary in `texts`, and `files`. */
export function sourcedWorkspace(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    'facts/pack.yaml': 'pack: acme\ntitle: The Acme pack\nreferenceDate: 2025-11-05\n',
    'facts/acme.yaml': sourcedPack,
    'texts/found by its content.txt': diaryText,
    ...files,
  });
}

/** The URI of a file of a workspace. */
export function uriIn(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}
