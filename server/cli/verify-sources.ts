import type { LoadedFacts } from '../host/load-facts.ts';
import { type LocatedIssue, placeIssue } from '../host/located-issue.ts';
import { counted } from '../service/counted.ts';
import { type Verification, verifyReferences } from '../service/verify-references.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  usageProblem,
} from './parse-command-line.ts';
import { reportIssues } from './report-issues.ts';
import { sourceTexts } from './source-texts.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/**
 * Prove the record where the texts of its sources are at hand: digests match, printed figures stand on their
 * lines and read as the values stated. Ends with 1 when something is not borne out.
 */
export async function verifySources(
  loaded: LoadedFacts,
  line: CommandLine,
  terminal: Terminal,
): Promise<ExitStatus | UsageProblem> {
  const folder = lastWord(line, 'sources');
  if (folder === undefined)
    return usageProblem('verify needs --sources DIR, the folder of the texts');
  const { texts, missing, unreadable } = await sourceTexts(folder, loaded, terminal);
  reportIssues(unreadable, terminal);
  if (unreadable.length > 0) return 2;

  const problems: LocatedIssue[] = [...missing];
  const verified = verifyReferences(loaded.facts, texts);
  for (const { statement, reference, code, message } of verified.problems) {
    const place = loaded.statementPlace(statement, ['references', reference, 'exact']);
    if (place) problems.push(placeIssue(code, place, message));
  }
  reportIssues(problems, terminal);
  terminal.print(`${outcome(texts.size, verified, problems.length, terminal)}\n`);
  return problems.length > 0 ? 1 : 0;
}

function outcome(
  sources: number,
  { checked, leftOut }: Verification,
  problems: number,
  { paint }: Terminal,
): string {
  const extent = `${counted(checked, 'reference')} to ${counted(sources, 'source')}`;
  const left = leftOut === 0 ? '' : `; left out, without a text: ${counted(leftOut, 'reference')}`;
  return problems === 0
    ? `${paint.green(paint.signs.tick)} ${extent}: every digest matches, every figure stands on its line and reads as stated${left}`
    : `${paint.red(paint.signs.cross)} ${extent}: ${problems} not borne out${left}`;
}
