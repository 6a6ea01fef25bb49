import { join } from 'node:path';
import type { LoadedFacts } from '../host/load-facts.ts';
import type { PackTarget } from '../host/pack-target.ts';
import { FIRST_FILE, type PackChanges, planPackChanges } from '../host/plan-pack-changes.ts';
import { findWorkspacePack } from '../host/workspace-pack.ts';
import { previewAdditions } from '../host/write-pack.ts';
import { writeTextFiles } from '../host/write-text-files.ts';
import { additionsByFile, newErrors, planRecord, type RecordPlan } from '../service/plan-record.ts';
import { type Proposal, proposeStatement, type Settled } from '../service/propose-statement.ts';
import type { Question } from '../service/record-questions.ts';
import { askQuestion, listOptions } from './ask-question.ts';
import { harmless } from './display-width.ts';
import { packTarget, withTarget } from './pack-target.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  usageProblem,
} from './parse-command-line.ts';
import { loadWantedFacts, shownPath } from './read-inputs.ts';
import { readSettled } from './read-settled.ts';
import { reportIssues } from './report-issues.ts';
import { findPassage, type SourcePassage } from './source-passage.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/**
 * Put on record what a sentence of a source states. What cannot be read from it is asked for, or named where nobody is
 * there to answer; the YAML is shown before it is written.
 */
export async function addFact(
  words: readonly string[],
  line: CommandLine,
  terminal: Terminal,
): Promise<ExitStatus | UsageProblem> {
  if (words.length > 0)
    return usageProblem('add takes no words; give the sentence with --from or --text');
  const folder = await packFolder(line, terminal);
  if (folder === undefined)
    return usageProblem('add needs --into DIR, the folder of the pack that is written to');
  const target = await packTarget(folder, terminal);
  if ('code' in target) return failed(target, terminal);
  const loaded = await loadWantedFacts(withTarget(line, target), terminal);
  reportIssues(loaded.issues, terminal);
  const passage = await findPassage(line, loaded, terminal);
  if ('code' in passage) return failed(passage, terminal);
  if (passage.kind === 'usage') return passage;
  const settled = readSettled(line, loaded.facts);
  if ('kind' in settled) return settled;
  const proposal = await settle(passage, settled, loaded, terminal);
  if ('kind' in proposal) return proposal;
  const attribution = { source: passage.source, line: passage.lineOf(proposal.span.start) };
  const plan = planRecord(proposal, attribution, { ...loaded, pack: target.folder });
  return record(plan, passage, target, loaded, line, terminal);
}

function failed(issue: Parameters<typeof reportIssues>[0][number], terminal: Terminal): ExitStatus {
  reportIssues([issue], terminal);
  return 2;
}

/** The pack that is written to: the one named, the only one loaded, or that of the working directory. */
async function packFolder(line: CommandLine, { cwd }: Terminal): Promise<string | undefined> {
  const into = lastWord(line, 'into');
  const facts = line.words.get('facts') ?? [];
  if (into !== undefined) return into;
  if (facts.length > 0) return facts.length === 1 ? facts[0] : undefined;
  return findWorkspacePack(cwd);
}

/** Ask for what cannot be read from the passage until it makes a statement. */
async function settle(
  { passage }: SourcePassage,
  given: Settled,
  { facts }: LoadedFacts,
  terminal: Terminal,
): Promise<Proposal | UsageProblem> {
  let settled = given;
  for (;;) {
    const proposed = proposeStatement(passage, settled, facts);
    if (proposed.kind === 'proposal') return proposed.proposal;
    if (proposed.kind === 'nothing') return usageProblem(proposed.message);
    const [question] = proposed.questions;
    if (question === undefined || terminal.ask === undefined) return missing(proposed.questions);
    const answer = await askQuestion(question, terminal);
    if (answer === undefined) return usageProblem('Nothing is recorded');
    settled = withAnswer(settled, question, answer);
  }
}

function withAnswer(settled: Settled, { about, qualifier }: Question, answer: string): Settled {
  if (about !== 'qualifier') return { ...settled, [about]: answer };
  return { ...settled, qualifiers: { ...settled.qualifiers, [qualifier ?? '']: answer } };
}

/** For whoever cannot be asked: the options to give, and what they may be. */
function missing(questions: readonly Question[]): UsageProblem {
  const parts = questions.map(({ about, qualifier, prompt, options }) => {
    const option = about === 'qualifier' ? `--qualifier ${qualifier}=…` : `--${about} …`;
    return `${prompt} Give ${option}\n${listOptions(options)}`;
  });
  return usageProblem(`It cannot be read from the sentence:\n${parts.join('\n')}`);
}

async function record(
  plan: RecordPlan,
  passage: SourcePassage,
  target: PackTarget,
  loaded: LoadedFacts,
  line: CommandLine,
  terminal: Terminal,
): Promise<ExitStatus | UsageProblem> {
  if (plan.kind === 'known') {
    terminal.complain(`"${plan.statement}" has that reference already; there is nothing to write`);
    return 0;
  }
  const firstFile = join(target.folder, FIRST_FILE);
  const additions = additionsByFile(plan, passage.newSource, firstFile);
  const changed = await planPackChanges(additions, target);
  const isBroken = reportBroken(changed, loaded, terminal);
  if (isBroken) return 2;
  terminal.print(previewAdditions([...additions.values()].flat()));
  terminal.complain(describePlan(plan, shownPath(plan.file ?? firstFile, terminal.cwd)));
  if (line.flags.has('dry-run')) return 0;
  const isWanted = line.flags.has('yes') || (await confirm(terminal));
  if (isWanted === undefined)
    return usageProblem('Nothing is written unless --yes is given where nobody can be asked');
  if (!isWanted) {
    terminal.complain('Nothing is written');
    return 0;
  }
  const failures = await writeTextFiles(changed.changes);
  reportIssues(failures, terminal);
  if (failures.length > 0) return 2;
  terminal.complain(
    `Written to ${changed.changes.map((change) => shownPath(change.file, terminal.cwd)).join(', ')}`,
  );
  return 0;
}

/** Say what the record would have against the changed files; true where that is anything. */
function reportBroken(
  { issues, packFiles }: PackChanges,
  loaded: LoadedFacts,
  terminal: Terminal,
): boolean {
  reportIssues(issues, terminal);
  const broken = issues.length > 0 ? [] : newErrors(loaded.packFiles, packFiles);
  for (const { message, code } of broken)
    terminal.complain(harmless(`error: ${message} [${code}]`));
  const isBroken = issues.length > 0 || broken.length > 0;
  if (isBroken) terminal.complain('The record would have errors with it; nothing is written');
  return isBroken;
}

function describePlan(
  { addition, statement, elsewhere }: Extract<RecordPlan, { kind: 'addition' }>,
  file: string,
): string {
  if (addition.kind === 'reference')
    return `Already on record: adds a reference to "${statement}" in ${file}`;
  const also = elsewhere === null ? '' : `; "${elsewhere}" of another pack says the same`;
  return `Adds a statement to ${file}${also}`;
}

/** Undefined where nobody can be asked. */
async function confirm({ ask }: Terminal): Promise<boolean | undefined> {
  if (ask === undefined) return undefined;
  const answer = await ask('Record it? [Y/n] ');
  return answer !== undefined && /^(?:y|yes|)$/i.test(answer.trim());
}
