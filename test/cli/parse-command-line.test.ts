import { describe, expect, it } from 'vitest';
import {
  lastWord,
  parseCommandLine,
  type UsageProblem,
  unknownValue,
} from '../../server/cli/parse-command-line.ts';

const TABLE = {
  facts: 'words',
  format: 'word',
  fix: 'flag',
  'as-of': 'word',
  help: 'flag',
} as const;

describe('parseCommandLine()', () => {
  it('sorts flags, words, repeated words and positionals', () => {
    const args = ['a.md', '--facts', 'one', '--fix', '--facts=two', '--format', 'json', '-', '-h'];
    expect(parseCommandLine(args, TABLE)).toEqual({
      kind: 'parsed',
      positionals: ['a.md', '-'],
      flags: new Set(['fix', 'help']),
      words: new Map([
        ['facts', ['one', 'two']],
        ['format', ['json']],
      ]),
    });
  });

  it('lets the last of a repeated word count', () => {
    const line = parseCommandLine(['--format', 'json', '--format', 'pretty'], TABLE);
    expect(line.kind === 'parsed' && lastWord(line, 'format')).toBe('pretty');
  });

  it('takes everything after -- as paths', () => {
    expect(parseCommandLine(['--', '--fix', '-h'], TABLE)).toMatchObject({
      positionals: ['--fix', '-h'],
      flags: new Set(),
    });
  });

  it.each([
    ['--fomat', 'Unknown option "--fomat"; did you mean "--format"?'],
    ['--fact', 'Unknown option "--fact"; did you mean "--facts"?'],
    ['--colour', 'Unknown option "--colour"; see --help'],
    ['-x', 'Unknown option "-x"; see --help'],
    ['--constructor', 'Unknown option "--constructor"; see --help'],
    ['--format', 'Option "--format" needs a value'],
    ['--format=', 'Option "--format=" needs a value'],
    ['--fix=yes', 'Option "--fix" takes no value'],
  ])('refuses %s', (arg, message) => {
    expect(problem(['a.md', arg])).toBe(message.replace('--format=', '--format'));
  });

  it('does not take an option for the value of another', () => {
    expect(problem(['--format', '--fix'])).toBe('Option "--format" needs a value');
  });
});

describe('unknownValue()', () => {
  it('lists what there is and guesses what was meant', () => {
    expect(unknownValue('format', 'jsn', ['pretty', 'json']).message).toBe(
      '--format takes one of pretty, json, not "jsn"; did you mean "json"?',
    );
    expect(unknownValue('format', 'html', ['pretty', 'json']).message).toBe(
      '--format takes one of pretty, json, not "html"',
    );
  });
});

function problem(args: readonly string[]): string {
  const line: UsageProblem | object = parseCommandLine(args, TABLE);
  return 'message' in line ? line.message : 'no problem';
}
