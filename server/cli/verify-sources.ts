import { resolve } from 'node:path';
import type { LoadedFacts } from '../host/load-facts.ts';
import { type LocatedIssue, type Place, placeIssue } from '../host/located-issue.ts';
import { readSourceTexts } from '../host/read-source-texts.ts';
import { verifyReferences } from '../service/verify-references.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  usageProblem,
} from './parse-command-line.ts';
import { reportIssues } from './report-issues.ts';
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
  const { byDigest, issues } = await readSourceTexts(resolve(terminal.cwd, folder));
  reportIssues(issues, terminal);
  if (issues.length > 0) return 2;

  const texts = new Map<string, string>();
  const problems: LocatedIssue[] = [];
  for (const { id, digest } of loaded.facts.sources.values()) {
    const text = byDigest.get(digest ?? '');
    if (text !== undefined) texts.set(id, text);
    else problems.push(...missingText(id, digest, loaded));
  }
  const verified = verifyReferences(loaded.facts, texts);
  for (const { statement, reference, code, message } of verified.problems) {
    const place = loaded.statementPlace(statement, ['references', reference, 'exact']);
    problems.push(...at(place, code, message));
  }
  reportIssues(problems, terminal);
  terminal.print(`${outcome(texts.size, verified.checked, problems.length, terminal)}\n`);
  return problems.length > 0 ? 1 : 0;
}

function missingText(id: string, digest: string | null, loaded: LoadedFacts): LocatedIssue[] {
  const message =
    digest === null
      ? `Source "${id}" has no digest; it cannot be verified`
      : `No text in the folder has the digest of source "${id}"`;
  return at(loaded.sourcePlace(id), 'no-source-text', message);
}

function at(place: Place | undefined, code: string, message: string): LocatedIssue[] {
  return place === undefined ? [] : [placeIssue(code, place, message)];
}

function outcome(
  sources: number,
  references: number,
  problems: number,
  { paint }: Terminal,
): string {
  const extent = `${references} references to ${sources} sources`;
  return problems === 0
    ? `${paint.green(paint.signs.tick)} ${extent}: every digest matches, every figure stands on its line and reads as stated`
    : `${paint.red(paint.signs.cross)} ${extent}: ${problems} not borne out`;
}
