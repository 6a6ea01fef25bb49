import type { z } from 'zod';
import type { PackIssue } from './fact-base.ts';

type Path = readonly (string | number)[];

/** Collects the mistakes of a pack while it is read. */
export class PackReport {
  readonly #issues: PackIssue[] = [];

  get issues(): readonly PackIssue[] {
    return this.#issues;
  }

  error(file: string, path: Path, code: string, message: string): void {
    this.#issues.push({ severity: 'error', code, message, file, path });
  }

  warning(file: string, path: Path, code: string, message: string): void {
    this.#issues.push({ severity: 'warning', code, message, file, path });
  }

  /** One issue for each thing a schema found, at its own node. */
  schema(file: string, path: Path, error: z.ZodError): void {
    for (const issue of error.issues) {
      const inner = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const at = unknown === undefined ? inner : [...inner, unknown];
      const code = unknown === undefined ? 'wrong-shape' : 'unknown-key';
      const message = unknown === undefined ? plain(issue.message) : `Unknown key "${unknown}"`;
      this.error(file, [...path, ...at], code, message);
    }
  }
}

/** The schema library's words in ours: "Invalid input: expected string, received undefined". */
function plain(message: string): string {
  const match = /^Invalid input: expected (.+), received (.+)$/.exec(message);
  if (!match) return message;
  return match[2] === 'undefined'
    ? `Missing; expected ${match[1]}`
    : `Expected ${match[1]}, found ${match[2]}`;
}
