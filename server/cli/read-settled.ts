import type { FactBase } from '../core/facts/fact-base.ts';
import { isPeriod } from '../service/is-period.ts';
import type { Settled } from '../service/propose-statement.ts';
import { idHint } from './id-hint.ts';
import {
  type CommandLine,
  lastWord,
  type UsageProblem,
  usageProblem,
} from './parse-command-line.ts';

/** What the command line says of a fact, so that it is neither read nor asked for. */
export function readSettled(line: CommandLine, facts: FactBase): Settled | UsageProblem {
  const [figure, subject, property] = ['figure', 'subject', 'property'].map((one) =>
    lastWord(line, one),
  );
  if (subject !== undefined && !facts.entities.has(subject))
    return usageProblem(`Unknown entity "${subject}"${idHint('entities', subject, facts)}`);
  if (property !== undefined && !facts.properties.has(property))
    return usageProblem(`Unknown property "${property}"${idHint('properties', property, facts)}`);
  const time = lastWord(line, 'time');
  if (time !== undefined && time !== 'none' && !isPeriod(time))
    return usageProblem(
      `--time takes 2025-11-03, 2025-11, 2025-Q3, 2025-H1, 2025 or none, not "${time}"`,
    );
  const qualifiers = (line.words.get('qualifier') ?? []).map((one) => one.split('=', 2));
  const odd = qualifiers.find(([name, value]) => !name || !value);
  if (odd !== undefined) return usageProblem(`--qualifier takes NAME=ID, not "${odd.join('=')}"`);
  return {
    ...(figure === undefined ? {} : { figure }),
    ...(subject === undefined ? {} : { subject }),
    ...(property === undefined ? {} : { property }),
    ...(time === undefined ? {} : { time: time === 'none' ? '' : time }),
    qualifiers: Object.fromEntries(qualifiers),
  };
}
