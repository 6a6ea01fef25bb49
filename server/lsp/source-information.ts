import type { DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Finding } from '../service/index.ts';
import type { Checked } from './drafts.ts';
import { uriOfPath } from './file-uri.ts';
import type { SourceShelf } from './source-shelf.ts';

/** The lines of the sources behind a finding, as far as their texts are at hand. */
export function sourceInformation(
  { record }: Finding,
  { facts: { facts }, scope }: Checked,
  shelf: SourceShelf,
): DiagnosticRelatedInformation[] {
  if (scope.sources.length === 0) return [];
  const references = record.flatMap(
    ({ statement }) => facts.statements.get(statement)?.references ?? [],
  );
  return references.flatMap(({ source, line, exact }) => {
    const from = facts.sources.get(source);
    const path = shelf.known(scope.sources, from?.digest);
    if (from === undefined || path === undefined) return [];
    const start = { line: line - 1, character: 0 };
    const location = { uri: uriOfPath(path), range: { start, end: start } };
    return [{ location, message: `“${from.title}”, line ${line}: “${exact}”` }];
  });
}
