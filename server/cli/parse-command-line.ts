import { parseArgs } from 'node:util';
import { nearestWord } from '../core/text/nearest-word.ts';

/** The options a command knows: a flag, a word given once (the last counts), or words given repeatedly. */
export type OptionTable = Readonly<Record<string, 'flag' | 'word' | 'words'>>;

/** What was typed, sorted; options that were not given are absent. */
export interface CommandLine {
  readonly kind: 'parsed';
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** What is wrong with a command line: capital, no full stop. */
export interface UsageProblem {
  readonly kind: 'usage';
  readonly message: string;
}

/**
 * Sort the arguments of a command by `table`.
 * `-h` stands for `--help`; after `--` everything is a positional; a lone `-` is one too.
 * Errors: a problem for the first option that is unknown, lacks its value or has one it does not take.
 */
export function parseCommandLine(
  args: readonly string[],
  table: OptionTable,
): CommandLine | UsageProblem {
  const { tokens } = parseArgs({
    args: [...args],
    options: optionsFor(table),
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const flags = new Set<string>();
  const words = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = table[token.name];
    const isOption = !token.inlineValue && /^-./.test(token.value ?? '');
    const value = isOption ? undefined : token.value;
    const problem = problemWith(token.name, token.rawName, value, table);
    if (problem !== undefined) return usageProblem(problem);
    if (kind === 'flag') flags.add(token.name);
    else words.set(token.name, [...(words.get(token.name) ?? []), value ?? '']);
  }
  return { kind: 'parsed', positionals, flags, words };
}

/** The value of a `word` option: the last one given. */
export function lastWord(line: CommandLine, option: string): string | undefined {
  return line.words.get(option)?.at(-1);
}

export function usageProblem(message: string): UsageProblem {
  return { kind: 'usage', message };
}

/** `one of conflict, disputed …, not "x"` for a value outside a closed list. */
export function unknownValue(
  option: string,
  value: string,
  known: readonly string[],
): UsageProblem {
  const near = nearestWord(value, known);
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return usageProblem(`--${option} takes one of ${known.join(', ')}, not "${value}"${hint}`);
}

function optionsFor(table: OptionTable) {
  const entries = Object.entries(table).map(([name, kind]) => {
    const type: 'boolean' | 'string' = kind === 'flag' ? 'boolean' : 'string';
    return [name, name === 'help' ? { type, short: 'h' } : { type }] as const;
  });
  return Object.fromEntries(entries);
}

function problemWith(
  name: string,
  typed: string,
  value: string | undefined,
  table: OptionTable,
): string | undefined {
  if (!Object.hasOwn(table, name)) return unknownOption(name, typed, Object.keys(table));
  if (table[name] === 'flag') {
    return value === undefined ? undefined : `Option "${typed}" takes no value`;
  }
  return value === undefined || value === '' ? `Option "${typed}" needs a value` : undefined;
}

function unknownOption(name: string, typed: string, known: readonly string[]): string {
  const near = nearestWord(name, known);
  const hint = near === undefined ? 'see --help' : `did you mean "--${near}"?`;
  return `Unknown option "${typed}"; ${hint}`;
}
