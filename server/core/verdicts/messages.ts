import type { FactBase, Statement } from '../facts/fact-base.ts';
import type { Judgement } from './judge.ts';

/** What a writer is told of a claim: what stands there, what the record has, and who says so. */
export function messageOf(surface: string, judgement: Judgement, facts: FactBase): string {
  const { verdict, statement, group, rightFor, slip } = judgement;
  const subject = subjectOf(statement, facts);
  const who = whoSays(statement, facts);
  switch (verdict) {
    case 'supported':
      return `The record has ${shown(statement, facts)} for ${subject} (${who})`;
    case 'overprecise':
      return `"${surface}" is finer than any source: the record has ${shown(statement, facts)} for ${subject} (${who})`;
    case 'outdated':
      return `"${surface}" holds no longer: the record has ${shown(statement, facts)}${asOf(statement)} for ${subject} (${who})`;
    case 'disputed':
      return `Sources disagree on ${subject}: ${group.map((one) => `${shown(one, facts)} (${whoSays(one, facts)})`).join('; ')}`;
    case 'conflict': {
      const record = `the record has ${values(group, facts)} for ${subject}`;
      if (rightFor) return `"${surface}" is ${subjectOf(rightFor, facts)}; ${record} (${who})`;
      return `${capital(record)}, not "${surface}"${slipWords(slip)} (${who})`;
    }
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function values(group: readonly Statement[], facts: FactBase): string {
  const preferred = group.filter(({ rank }) => rank === 'preferred');
  const meant = preferred.length > 0 ? preferred : group;
  return [...new Set(meant.map((statement) => shown(statement, facts)))].join(' or ');
}

/** The value; a phrase in quotes, or it would run into the sentence. */
function shown({ value, property }: Statement, { properties }: FactBase): string {
  return properties.get(property)?.kind === 'phrase' ? `"${value}"` : value;
}

function slipWords(slip: Judgement['slip']): string {
  switch (slip) {
    case 'scale':
      return ': the scale is off';
    case 'sign':
      return ': the direction is reversed';
    case 'transposed':
      return ': digits are transposed';
    case 'points':
      return ': per cent and percentage points are mixed up';
    case 'period':
      return ': it is the value of another period';
    default:
      return '';
  }
}

/** `the deal value of OpenAI–AWS deal`, `the chief executive of AWS`. */
function subjectOf({ subject, property, qualifiers }: Statement, facts: FactBase): string {
  const label = facts.properties.get(property)?.label ?? property;
  const name = facts.entities.get(subject)?.name ?? subject;
  const article = facts.entities.get(subject)?.parties.length ? 'the ' : '';
  const others = Object.values(qualifiers).flatMap(
    (value) => facts.entities.get(value)?.name ?? [],
  );
  return `the ${label} of ${article}${name}${others.length > 0 ? ` (${others.join(', ')})` : ''}`;
}

function asOf({ time }: Statement): string {
  return time === null ? '' : ` as of ${time}`;
}

/** The one source by its name and line; several by their number, as the card beside lists them. */
function whoSays({ references }: Statement, facts: FactBase): string {
  const [first] = references;
  const count = new Set(references.map(({ source }) => source)).size;
  if (!first || count > 1) return `${count} sources`;
  const source = facts.sources.get(first.source);
  return `${source?.publisher ?? `"${source?.title ?? first.source}"`}, line ${first.line}`;
}
