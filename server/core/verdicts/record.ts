import type { RecordEntry } from '../claims/claim.ts';
import type { FactBase, Statement } from '../facts/fact-base.ts';

/** A statement with its sources, as shown to the writer; made once for each fact base. */
export function recordEntry(statement: Statement, facts: FactBase): RecordEntry {
  const entries = known.get(facts) ?? new Map<Statement, RecordEntry>();
  known.set(facts, entries);
  const entry = entries.get(statement) ?? makeEntry(statement, facts);
  entries.set(statement, entry);
  return entry;
}

const known = new WeakMap<FactBase, Map<Statement, RecordEntry>>();

function makeEntry(statement: Statement, facts: FactBase): RecordEntry {
  return {
    statement: statement.id,
    value: statement.value,
    rank: statement.rank,
    time: statement.time,
    references: statement.references.map((reference) => {
      const source = facts.sources.get(reference.source);
      return {
        ...reference,
        title: source?.title ?? reference.source,
        publisher: source?.publisher ?? null,
        date: source?.date ?? null,
      };
    }),
  };
}
