import type { Option, Question } from '../service/record-questions.ts';
import { harmless } from './display-width.ts';
import type { Terminal } from './terminal.ts';

/** What fits a screen; whoever needs another writes its id. */
const SHOWN = 12;

/** Ask until there is an answer: the number of an option, its id or name, or nothing for the first. Undefined to stop. */
export async function askQuestion(
  { prompt, options, isOpen }: Question,
  terminal: Terminal,
): Promise<string | undefined> {
  terminal.complain(listOptions(options));
  for (;;) {
    const answer = await terminal.ask?.(`${harmless(prompt)}${options.length > 0 ? ' [1]' : ''} `);
    if (answer === undefined) return undefined;
    const found = chosen(answer.trim(), options);
    if (found !== undefined) return found.value;
    if (isOpen && answer.trim() !== '') return answer.trim();
    terminal.complain(
      `"${harmless(answer.trim())}" is none of them; give a number, an id or a name`,
    );
  }
}

/** The options of a question as people pick them: numbered, those that do not fit only counted. */
export function listOptions(options: readonly Option[]): string {
  const lines = options
    .slice(0, SHOWN)
    .map(({ label, detail }, index) => harmless(`  ${index + 1}  ${label}  (${detail})`));
  const more = options.length - lines.length;
  return [...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
}

function chosen(answer: string, options: readonly Option[]): Option | undefined {
  if (answer === '') return options[0];
  const lower = answer.toLowerCase();
  const named = options.find(
    ({ value, label }) => value === answer || label.toLowerCase() === lower,
  );
  return named ?? options[Number(answer) - 1];
}
