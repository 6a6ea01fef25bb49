/** What the id of a statement is made of. */
export interface StatementQuestion {
  readonly subject: string;
  readonly property: string;
  readonly time: string | null;
}

/**
 * An id for a statement that has none: subject and property, then the time, then a number until nothing else has it:
 * `acme.revenue-2025-q3`, `acme.revenue-2025-q3-2`.
 */
export function newStatementId(
  { subject, property, time }: StatementQuestion,
  isTaken: (id: string) => boolean,
): string {
  const parts = [`${subject}.${property}`, ...(time === null ? [] : [time])];
  const base = parts
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-');
  let id = base;
  for (let number = 2; isTaken(id); number++) id = `${base}-${number}`;
  return id;
}
