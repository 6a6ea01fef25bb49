import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/core/index.ts';
import { shipped } from './shipped-facts.ts';

const SEEDS = join(import.meta.dirname, '../../../../shared/seeds');

/** Conflicts and outdated figures in a text that the record was built from. */
function wrongIn(file: string, language: 'markdown' | 'plaintext'): readonly string[] {
  const text = readFileSync(join(SEEDS, file), 'utf8');
  const { claims } = checkDraft(text, shipped.facts, { language, asOf: '2025-11-05' });
  const wrong = claims.filter(({ verdict }) => verdict === 'conflict' || verdict === 'outdated');
  return wrong.map((claim) => `${claim.text}: ${claim.message}`);
}

describe('the texts that the record was built from', () => {
  if (!existsSync(SEEDS)) {
    it('are not at hand: their check was left out', () => {
      expect(existsSync(SEEDS)).toBe(false);
    });
    return;
  }
  it.each(readdirSync(SEEDS).filter((name) => name.endsWith('.txt')))(
    '%s has no conflict',
    (file) => {
      expect(wrongIn(file, 'plaintext')).toEqual([]);
      expect(wrongIn(file, 'markdown')).toEqual([]);
    },
  );
});
