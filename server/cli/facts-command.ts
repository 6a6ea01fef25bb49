import { nearestWord } from '../core/text/nearest-word.ts';
import type { LoadedFacts } from '../host/load-facts.ts';
import { toFactsReport } from '../service/facts-report.ts';
import { addFact } from './add-fact.ts';
import { type Command, FACTS_HELP, FACTS_OPTIONS } from './command.ts';
import { coverSources } from './cover-sources.ts';
import { exportFacts } from './export-facts.ts';
import { importFacts } from './import-facts.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  unknownValue,
  usageProblem,
} from './parse-command-line.ts';
import { printSchema } from './print-schema.ts';
import { printVocabulary } from './print-vocabulary.ts';
import { loadWantedFacts } from './read-inputs.ts';
import { hasErrors, reportIssues } from './report-issues.ts';
import { searchStatements } from './search-statements.ts';
import { showFact, suggestFact } from './show-fact.ts';
import { statementTable } from './statement-table.ts';
import type { ExitStatus, Terminal } from './terminal.ts';
import { verifySources } from './verify-sources.ts';

const FORMATS = ['pretty', 'json'];

type Action = (
  loaded: LoadedFacts,
  words: readonly string[],
  line: CommandLine,
  terminal: Terminal,
) => ExitStatus | UsageProblem | Outcome;

type Outcome = Promise<ExitStatus | UsageProblem>;

const ACTIONS: Readonly<Record<string, Action>> = {
  list: (loaded, words, line, terminal) =>
    words.length > 0
      ? usageProblem(`list takes no words; did you mean facts search ${words.join(' ')}?`)
      : printStatements(loaded, loaded.facts.statements.values(), line, terminal),
  show,
  search: (loaded, words, line, terminal) =>
    words.length === 0
      ? usageProblem('search needs words to look for')
      : printStatements(loaded, searchStatements(loaded.facts, words), line, terminal),
  verify: (loaded, _words, line, terminal) => verifySources(loaded, line, terminal),
  coverage: (loaded, _words, line, terminal) => coverSources(loaded, line, terminal),
  vocabulary: printVocabulary,
};

/** Actions that hand the record or its form on, or write it, and load what they need of it themselves. */
const EXCHANGES: Readonly<
  Record<string, (words: readonly string[], line: CommandLine, terminal: Terminal) => Outcome>
> = { add: addFact, export: exportFacts, import: importFacts, schema: printSchema };

export const factsCommand: Command = {
  summary: 'list and search the fact base, or hold it against its sources',
  help: `Usage: stet facts list|show|search|vocabulary|verify|coverage|export|add|import|schema [options]

  list                   every statement on record
  show ID                a statement, entity, property or source with all that is known of it
  search WORDS…          the statements that all the words occur in
  vocabulary [WORDS…]    the types, units and properties that packs are written with
  verify --sources DIR   hold every reference against the texts of the sources in DIR
  coverage --sources DIR list every figure in those texts that no reference points to
  export                 every statement as it is written, for other programs
  add --from FILE:LINE   put on record what a sentence of a source states
  import FILE --into DIR write the statements of a table into the pack in DIR
  schema                 the form of a pack file, as JSON Schema

  --format FORMAT        list, show, search, vocabulary, coverage: ${FORMATS.join(', ')} (default pretty)
                         export, import: jsonl, csv
  --into DIR             add, import: the folder of the pack; made a pack if it is empty or new
  --dry-run              add, import: show what would be written
  --source ID            add: the source; with --title TEXT and --date DATE a new one
  --text TEXT            add: the sentence, in the text of the source below --sources, or on --line N
  --figure, --subject, --property, --time, --qualifier NAME=ID
                         add: what else would be read from the sentence, or asked for
  --yes                  add: write without asking
  --seeds DIR            coverage: our records of the texts, with what in them is no fact
${FACTS_HELP}

verify ends with 1 when a reference is not borne out, coverage when a figure is not on record,
import when a row is refused.`,
  options: {
    ...FACTS_OPTIONS,
    ...{ format: 'word', sources: 'word', seeds: 'word', into: 'word', 'dry-run': 'flag' },
    ...{ from: 'word', text: 'word', line: 'word', source: 'word', title: 'word', date: 'word' },
    ...{ figure: 'word', subject: 'word', property: 'word', time: 'word', qualifier: 'words' },
    yes: 'flag',
  },
  run,
};

async function run(line: CommandLine, terminal: Terminal): Promise<ExitStatus | UsageProblem> {
  const [word, ...words] = line.positionals;
  const exchange = Object.hasOwn(EXCHANGES, word ?? '') ? EXCHANGES[word ?? ''] : undefined;
  if (exchange !== undefined) return exchange(words, line, terminal);
  const action = word !== undefined && Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  if (action === undefined) return unknownAction(word);
  const format = lastWord(line, 'format') ?? 'pretty';
  if (!FORMATS.includes(format)) return unknownValue('format', format, FORMATS);
  const loaded = await loadWantedFacts(line, terminal);
  reportIssues(loaded.issues, terminal);
  const outcome = await action(loaded, words, line, terminal);
  return outcome === 0 && hasErrors(loaded.issues) ? 2 : outcome;
}

function unknownAction(word: string | undefined): UsageProblem {
  const known = [...Object.keys(ACTIONS), ...Object.keys(EXCHANGES)];
  if (word === undefined) return usageProblem(`Give one of ${known.join(', ')}`);
  const near = nearestWord(word, known);
  const hint = near === undefined ? `give one of ${known.join(', ')}` : `did you mean "${near}"?`;
  return usageProblem(`Unknown action "${word}"; ${hint}`);
}

function show(
  loaded: LoadedFacts,
  words: readonly string[],
  line: CommandLine,
  terminal: Terminal,
): ExitStatus | UsageProblem {
  const [id, ...others] = words;
  if (id === undefined || others.length > 0) return usageProblem('show takes one id');
  const statement = loaded.facts.statements.get(id);
  if (statement !== undefined && lastWord(line, 'format') === 'json') {
    return printStatements(loaded, [statement], line, terminal);
  }
  const text = showFact(id, loaded, terminal);
  if (text === undefined) return usageProblem(suggestFact(id, loaded.facts));
  terminal.print(`${text}\n`);
  return 0;
}

function printStatements(
  { facts }: LoadedFacts,
  found: Parameters<typeof toFactsReport>[1],
  line: CommandLine,
  terminal: Terminal,
): ExitStatus {
  const text =
    lastWord(line, 'format') === 'json'
      ? JSON.stringify(toFactsReport(facts, found), null, 2)
      : statementTable([...(found ?? [])], terminal.paint);
  terminal.print(`${text}\n`);
  return 0;
}
