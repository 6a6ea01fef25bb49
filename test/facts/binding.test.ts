import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shipped } from '../core/shipped/shipped-facts.ts';
import { measureBinding, type PrintedFigure } from './measure-binding.ts';

const TEXTS = join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds');
const WANTED = 0.95;

/** The texts that the record was built from, by source id. */
function textsAtHand(): ReadonlyMap<string, string> {
  const sources = new Map(
    [...shipped.facts.sources.values()].map(({ digest, id }) => [digest, id]),
  );
  const files = readdirSync(TEXTS).map((name) => readFileSync(join(TEXTS, name)));
  return new Map(
    files.flatMap((bytes): [string, string][] => {
      const id = sources.get(createHash('sha256').update(bytes).digest('hex'));
      return id === undefined ? [] : [[id, bytes.toString('utf8')]];
    }),
  );
}

function describeUnbound({ source, line, exact, statements, outcome }: PrintedFigure): string {
  return `${source}:${line} "${exact}" (${statements.join(', ')}): ${outcome}`;
}

describe('the texts that the record was built from', () => {
  if (!existsSync(TEXTS)) {
    it('are not at hand: how much of the record is found in them was NOT measured', () => {
      expect(existsSync(TEXTS)).toBe(false);
    });
    return;
  }
  it.each(['plaintext', 'markdown'] as const)(
    'bind the figures that the record took from them, as %s',
    (language) => {
      const printed = [...textsAtHand()].flatMap(([source, text]) =>
        measureBinding(source, text, shipped.facts, language),
      );
      const unbound = printed.filter(({ isBound }) => !isBound);
      const share = 1 - unbound.length / printed.length;
      const list = unbound.map(describeUnbound).join('\n');
      expect(printed.length).toBeGreaterThan(100);
      expect(share, `${unbound.length} unbound:\n${list}`).toBeGreaterThanOrEqual(WANTED);
    },
  );
});
