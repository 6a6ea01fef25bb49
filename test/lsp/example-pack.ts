import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A draft about the example pack's only fact; the record says $12 billion. */
export const exampleDraft = 'Acme Widgets is valued at $15 billion.\n';

/** Write a pack of one statement into `folder`: what Acme Widgets is valued at. */
export function writePack(folder: string, valuation: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'pack.yaml'),
    'pack: acme\ntitle: The Acme pack\nreferenceDate: 2025-11-05\n',
  );
  writeFileSync(factsFile(folder), factsText(valuation));
}

/** The file of the pack that holds its statement. */
export function factsFile(folder: string): string {
  return join(folder, 'acme.yaml');
}

/** The text of that file. */
export function factsText(valuation: string): string {
  return `entities:
  acme: { name: Acme Widgets, type: company, aliases: [Acme] }
sources:
  ledger: { title: The Acme ledger, publisher: null, date: null }
statements:
  - id: acme.valuation
    subject: acme
    property: valuation
    value: ${valuation}
    time: 2025-11
    references:
      - { source: ledger, line: 3, exact: "${valuation}" }
`;
}

/** Take the pack's files away, the folder too. */
export function removePack(folder: string): void {
  rmSync(folder, { recursive: true });
}
