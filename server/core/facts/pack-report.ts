import type * as z from 'zod';
import type { PackIssue } from './fact-base.ts';

type Path = readonly (string | number)[];
type Other = NonNullable<PackIssue['other']>;

/** Collects the mistakes of a pack while it is read, and what else its writer should know. */
export class PackReport {
  readonly #issues: PackIssue[] = [];

  get issues(): readonly PackIssue[] {
    return this.#issues;
  }

  /** `other` is the entry that the message speaks of, where there is one. */
  error(file: string, path: Path, code: string, message: string, other?: Other): void {
    this.#add({ severity: 'error', code, message, file, path }, other);
  }

  /** Nothing that keeps an entry from loading, but hardly what its writer means. */
  warn(file: string, path: Path, code: string, message: string): void {
    this.#add({ severity: 'warning', code, message, file, path }, undefined);
  }

  /** No mistake, but something that the writer of the pack should know. */
  note(file: string, path: Path, code: string, message: string, other?: Other): void {
    this.#add({ severity: 'information', code, message, file, path }, other);
  }

  /** One issue for each thing a schema found, at its own node. */
  schema(file: string, path: Path, error: { readonly issues: readonly z.core.$ZodIssue[] }): void {
    for (const issue of error.issues) this.#schemaIssue(file, path, issue);
  }

  #add(issue: PackIssue, other: Other | undefined): void {
    const { file, path } = other ?? {};
    this.#issues.push(
      file === undefined || path === undefined ? issue : { ...issue, other: { file, path } },
    );
  }

  #schemaIssue(file: string, path: Path, issue: z.core.$ZodIssue): void {
    const inner = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
    const at = [...path, ...inner];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        this.error(file, [...at, key], 'unknown-key', `Unknown key "${key}"; ${issue.message}`);
      return;
    }
    const members = issue.code === 'invalid_union' ? membersOf(issue) : undefined;
    if (members) this.schema(file, at, { issues: members });
    else this.error(file, at, 'wrong-shape', withKey(issue.message, at));
  }
}

/** What is missing has no place of its own to point to; the message names it. */
function withKey(message: string, path: Path): string {
  return message.replace(/^Missing;/, `Missing "${path.at(-1)}";`);
}

/** Of a union's branches the one whose own form is right: its mistakes lie deeper, in the members of a list. */
function membersOf({ errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | undefined {
  return errors.find((branch) => branch.length > 0 && branch.every(({ path }) => path.length > 0));
}
