import type { FactBase, PackFile } from '../core/facts/fact-base.ts';
import { type StatementData, statementSchema } from '../core/facts/pack-schema.ts';

/** A statement as its pack gives it, before a value is read or a rank counted. */
export interface WrittenStatement {
  readonly file: string;
  readonly pack: string;
  readonly data: StatementData;
}

/**
 * The statements of a fact base as they are written, by id in the order of the packs. Those that the fact base could not
 * use are left out, and so is what a later pack has replaced.
 */
export function writtenStatements(
  packFiles: readonly PackFile[],
  { statements }: Pick<FactBase, 'statements'>,
): ReadonlyMap<string, WrittenStatement> {
  const written = new Map<string, WrittenStatement>();
  for (const { file, pack, data } of packFiles) {
    for (const entry of listOf(data, 'statements')) {
      const parsed = statementSchema.safeParse(entry);
      if (!parsed.success || statements.get(parsed.data.id)?.file !== file) continue;
      written.set(parsed.data.id, { file, pack, data: parsed.data });
    }
  }
  return written;
}

/** The list under a key of a pack file; empty where there is none. */
export function listOf(data: unknown, key: string): readonly unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  const value: unknown = Object.getOwnPropertyDescriptor(data, key)?.value;
  return Array.isArray(value) ? value : [];
}
