import type { LoadedFacts } from '../host/load-facts.ts';
import { toVocabularyReport, type VocabularyReport } from '../service/vocabulary-report.ts';
import { harmless } from './display-width.ts';
import { type CommandLine, lastWord } from './parse-command-line.ts';
import type { ExitStatus, Terminal } from './terminal.ts';
import { wrapText } from './wrap-text.ts';

/** What packs are written with: every type, unit and property, or those that all the words occur in. */
export function printVocabulary(
  { packFiles }: Pick<LoadedFacts, 'packFiles'>,
  words: readonly string[],
  line: CommandLine,
  terminal: Terminal,
): ExitStatus {
  const report = toVocabularyReport(packFiles, words);
  const text =
    lastWord(line, 'format') === 'json'
      ? JSON.stringify(report, null, 2)
      : asText(report, terminal);
  terminal.print(`${text}\n`);
  return 0;
}

function asText({ types, units, properties }: VocabularyReport, terminal: Terminal): string {
  const parts = [
    ...part('types', types.map(typeEntry), terminal),
    ...part('units', units.map(unitEntry), terminal),
    ...part('properties', properties.map(propertyEntry), terminal),
  ];
  return parts.length === 0 ? 'Nothing in the vocabulary' : parts.join('\n\n');
}

interface Described {
  readonly id: string;
  readonly about: string;
  readonly lines: readonly string[];
}

function typeEntry({ id, label, nouns, shapes }: VocabularyReport['types'][number]): Described {
  return { id, about: label, lines: [list('nouns', nouns), list('shapes', shapes)] };
}

function unitEntry(entry: VocabularyReport['units'][number]): Described {
  const { id, kind, unit, factor, names, symbols, prefixes } = entry;
  const multiple = unit === undefined ? [] : [`${factor} ${unit}`];
  const withPrefixes = prefixes === 'none' ? [] : [`${prefixes} prefixes`];
  const about = [kind, ...multiple, ...withPrefixes].join(', ');
  return { id, about, lines: [[...names, ...symbols].join(', ')] };
}

function propertyEntry(entry: VocabularyReport['properties'][number]): Described {
  const { id, label, subject, kind, unit, valueType, per, cardinality, varies, goodFor } = entry;
  const measure = unit === '' ? [] : [`in ${unit}`];
  const rate = per === undefined ? [] : [`per ${per}`];
  const value = valueType === null ? [] : [`of type ${valueType}`];
  const limit = goodFor === undefined ? [] : [`good for ${goodFor}`];
  const about = [kind, ...measure, ...rate, ...value, cardinality, varies, ...limit].join(', ');
  return {
    id,
    about: `${label}: ${about}`,
    lines: [
      list('of', subject.length === 0 ? ['any type'] : subject),
      list('requires', entry.requires),
      list('cues', entry.cues),
      list('weak', entry.weak),
    ],
  };
}

function list(name: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `${name}: ${words.join(', ')}`;
}

const INDENT = '    ';

function part(
  heading: string,
  entries: readonly Described[],
  { paint, columns }: Terminal,
): readonly string[] {
  if (entries.length === 0) return [];
  const lines = entries.flatMap((entry) => [
    `${paint.bold(harmless(entry.id))}  ${harmless(entry.about)}`,
    ...entry.lines
      .filter((text) => text !== '')
      .flatMap((text) => wrapText(harmless(text), columns - INDENT.length))
      .map((text) => `${INDENT}${paint.dim(text)}`),
  ]);
  return [[paint.bold(heading.toUpperCase()), ...lines].join('\n')];
}
