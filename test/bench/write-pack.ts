import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { companyName } from './make-facts.ts';
import { makeRandom } from './make-random.ts';

/** How large a made-up pack is. */
export interface PackSize {
  readonly statements: number;
  readonly files: number;
}

/** Write a made-up pack into `folder`, as people write YAML; the paths of its files of statements. */
export function writePack(folder: string, { statements, files }: PackSize): readonly string[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pack.yaml'), HEADER);
  const random = makeRandom(3);
  const aFile = Math.ceil(statements / files);
  return Array.from({ length: files }, (_, number) => {
    const path = join(folder, `companies-${String(number).padStart(4, '0')}.yaml`);
    const first = number * aFile;
    writeFileSync(path, fileOf(first, Math.min(statements, first + aFile), random));
    return path;
  });
}

/** The text of a pack file of about so many characters, cut after a whole statement. */
export function makeYaml(length: number): string {
  const text = fileOf(0, Math.ceil(length / 100), makeRandom(3));
  return text.slice(0, text.indexOf('\n  - id:', length) + 1);
}

const HEADER = `pack: made-up
title: A made-up pack
referenceDate: 2025-11-05
sources:
  made-up: { title: A made-up report, date: 2025-11-01 }
`;

/** What is stated of every company, in turn; most values differ, so that reading one once does not help the next. */
const STATED: readonly ((share: number) => readonly [string, string, string])[] = [
  (share) => ['valuation', `$${(share * 2000).toFixed(1)} billion`, '2025-10'],
  (share) => ['revenue', `$${(share * 90_000).toFixed(0)} million`, '2025-Q3'],
  (share) => ['revenue-growth', `${(share * 80).toFixed(1)}%`, '2025-Q3'],
  (share) => ['headcount', Math.ceil(share * 90_000).toLocaleString('en'), '2025-09'],
  (share) => ['market-share', `${(share * 60).toFixed(2)}%`, '2025-09'],
];

function fileOf(from: number, to: number, random: () => number): string {
  const entities = ['entities:'];
  const statements = ['statements:'];
  for (let number = from; number < to; number++) {
    const company = Math.floor(number / STATED.length);
    const state = STATED[number % STATED.length];
    const [property, value, time] = state?.(random()) ?? [];
    if (number % STATED.length === 0 || number === from) {
      entities.push(`  n${company}: { name: ${companyName(company)}, type: company }`);
    }
    statements.push(`  - id: n${company}.${property}
    subject: n${company}
    property: ${property}
    value: ${value}
    time: ${time}
    references:
      - { source: made-up, line: ${1 + (number % 400)}, exact: "${value}" }`);
  }
  return `# Companies and what is reported of them\n${[...entities, ...statements].join('\n')}\n`;
}
