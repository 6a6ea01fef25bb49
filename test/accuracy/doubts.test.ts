import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { doubtsAbout, doubtsBySigns } from '../../server/core/claims/modality.ts';
import { readSentences } from '../../server/core/mentions/read-sentences.ts';
import { readTokens } from '../../server/core/text/tokens.ts';
import { labelSets } from './measure-set.ts';
import { readLabels } from './read-labels.ts';

/** As if a sentence had signs of everything, so that nothing is left unsearched. */
const EVERY_SIGN = -1;

it.each(labelSets().map(({ name, file }) => [name, file] as const))(
  'doubtsAbout() finds whatever a search without its signs finds: %s',
  (_, file) => {
    for (const { id, text } of readLabels(
      relative(process.cwd(), file),
      readFileSync(file, 'utf8'),
    )) {
      const tokens = readTokens(text);
      for (const sentence of readSentences(tokens)) {
        for (let at = sentence.from; at < sentence.to; at++) {
          if (tokens[at]?.kind !== 'number') continue;
          const number = { from: at, to: at + 1 };
          const all = doubtsBySigns(EVERY_SIGN, tokens, sentence, number, []);
          expect(doubtsAbout(tokens, sentence, number, []), `${id}: ${tokens[at]?.text}`).toEqual(
            all,
          );
        }
      }
    }
  },
);
