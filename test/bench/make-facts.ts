import { join } from 'node:path';
import { buildFactBase } from '../../server/core/facts/build-fact-base.ts';
import type { FactBase, PackFile } from '../../server/core/facts/fact-base.ts';
import { readPackFolder } from '../../server/host/read-pack-folder.ts';
import { shippedFactsFolder } from '../../server/host/shipped-files.ts';
import { makeRandom } from './make-random.ts';

const SHIPPED = ['vocabulary', 'openai-aws'];
const STATEMENTS_A_COMPANY = 5;
/** A deal for every company: one statement more. */
const STATEMENTS_A_NAME = STATEMENTS_A_COMPANY + 1;

/** The shipped packs, with generated ones beside them up to about so many statements more. */
export async function makeFacts(generated: number): Promise<FactBase> {
  const folders = await Promise.all(
    SHIPPED.map((name) => readPackFolder(join(shippedFactsFolder(), name))),
  );
  const files = folders.flatMap(({ packFiles }) => packFiles);
  const more = generated === 0 ? [] : [generatedPack(Math.ceil(generated / STATEMENTS_A_NAME))];
  const { facts, issues } = buildFactBase([...files, ...more]);
  const [error] = issues.filter(({ severity }) => severity === 'error');
  if (error) throw new Error(`${error.file}: ${error.message}`);
  return facts;
}

/** The name of the company that a generated pack has under a number. */
export function companyName(number: number): string {
  return `${syllables(number)} ${KINDS[number % KINDS.length]}`;
}

const KINDS = ['Systems', 'Holdings', 'Energy', 'Foods', 'Motors', 'Bank', 'Labs'];
const SYLLABLES = 'ba ce di fo gu ha ji ke lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** A made-up word for each number. */
function syllables(number: number): string {
  const parts: string[] = [];
  for (let rest = number + 8000; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    parts.push(SYLLABLES[rest % SYLLABLES.length] ?? '');
  }
  const word = parts.join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function generatedPack(companies: number): PackFile {
  const random = makeRandom(7);
  const entities: Record<string, unknown> = {};
  const statements: unknown[] = [];
  const state = (subject: string, property: string, value: string, time?: string): void => {
    const references = [{ source: 'made-up', line: statements.length + 1, exact: value }];
    const id = `${subject}.${property}`;
    statements.push({ id, subject, property, value, ...(time && { time }), references });
  };
  for (let number = 0; number < companies; number++) {
    const id = `c${number}`;
    entities[id] = { name: companyName(number), type: 'company' };
    const size = (upTo: number): number => Math.floor(random() * upTo) + 1;
    state(id, 'valuation', `$${size(900)} billion`, '2025-10');
    state(id, 'revenue', `$${size(90)}.${size(8)} billion`, '2025-Q3');
    state(id, 'revenue-growth', `${size(60)}%`, '2025-Q3');
    state(id, 'headcount', `${size(900)},${size(800) + 100}`, '2025-09');
    state(id, 'market-share', `${size(45)}%`, '2025-09');
    const deal = `d${number}`;
    const partner = `c${(number + 1) % companies}`;
    entities[deal] = { name: `Deal ${number}`, type: 'deal', parties: [id, partner] };
    state(deal, 'value', `$${size(300)} billion`);
  }
  const sources = { 'made-up': { title: 'Made up', publisher: null, date: null } };
  const data = { pack: 'generated', title: 'Generated', entities, sources, statements };
  return { file: 'generated.yaml', pack: 'generated', data };
}
