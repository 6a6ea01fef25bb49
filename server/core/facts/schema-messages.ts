import * as z from 'zod';

/** What a schema's error map is given; the input is what stands in the pack. */
type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const LONGEST_SHOWN = 40;

/**
 * The message of a schema for any mistake found by it: what is, then what should be.
 *
 * @example expected('text')({ input: [1] }) // 'Found a list; expected text'
 */
export function expected(what: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `${found(input)}; expected ${what}`;
}

/** The message for whatever a schema found, where the schema has no message of its own. */
export const schemaMessage: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') return keysOf(issue);
  return expected(wanted(issue))(issue);
};

function found(input: unknown): string {
  if (input === undefined) return 'Missing';
  if (input === null || input === '') return 'Empty';
  if (Array.isArray(input)) return input.length === 0 ? 'Empty' : 'Found a list';
  if (typeof input === 'object') return 'Found a mapping';
  if (typeof input !== 'string') return `Found ${String(input)}`;
  const isLong = input.length > LONGEST_SHOWN;
  return `Found "${isLong ? `${input.slice(0, LONGEST_SHOWN)}…` : input}"`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function wanted(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values.map((value) => `"${String(value)}"`));
    case 'too_small':
      return smallest(issue);
    default:
      return 'another value';
  }
}

function smallest({ origin, minimum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'string') return 'text';
  if (origin === 'array')
    return minimum === 1 ? 'at least one entry' : `${minimum} entries or more`;
  return `a number above ${minimum}`;
}

/** The keys there are, for a key that there is not. */
function keysOf({ inst }: RawIssue): string {
  return inst instanceof z.ZodObject
    ? `expected ${oneOf(Object.keys(inst.shape))}`
    : 'expected none';
}

/** `a, b or c`. */
function oneOf(all: readonly string[]): string {
  const last = all.at(-1) ?? '';
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} or ${last}` : last;
}
