import type { FactBase } from '../../../server/core/facts/fact-base.ts';
import type { Meaning } from '../../../server/core/facts/lexicon.ts';
import { readIsoDay } from '../../../server/core/figures/calendar.ts';
import type { Sentence } from '../../../server/core/mentions/mention.ts';
import { readBlockMentions } from '../../../server/core/mentions/read-block-mentions.ts';
import { readSentences } from '../../../server/core/mentions/read-sentences.ts';
import { readTokens, type Token } from '../../../server/core/text/tokens.ts';
import { exampleFacts } from '../example-packs.ts';
import { underline } from '../underline.ts';

const AS_OF = readIsoDay('2025-11-05') ?? 0;

/** Prose with what each name, description and cue of it may mean under it. */
export function checkMentions(text: string, facts: FactBase = exampleFacts): string {
  const { tokens, mentions } = readBlockMentions(text, facts, AS_OF);
  return underline(
    text,
    mentions.map(({ kind, from, to, meanings, possessive, attributive, definite }) => ({
      span: { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 },
      label: [
        kind,
        [...new Set(meanings.map(meaningText))].join('/'),
        possessive ? 'possessive' : '',
        attributive ? 'attributive' : '',
        definite ? 'definite' : '',
      ]
        .filter(Boolean)
        .join(' '),
    })),
  );
}

/** Prose with the figures that are names under it. */
export function checkNames(text: string, facts: FactBase = exampleFacts): string {
  const { figures } = readBlockMentions(text, facts, AS_OF);
  return underline(
    text,
    figures
      .filter(({ kind }) => kind === 'name')
      .map(({ span, nameType, entities }) => ({
        span,
        label: `${nameType} ${entities.join(' and ')}`.trim(),
      })),
  );
}

/** The sentences of prose between bars, questions with their mark in front. */
export function checkSentences(text: string): string {
  const tokens = readTokens(text);
  return sentencesText(text, tokens, readSentences(tokens));
}

/** The same once the whole block was read. */
export function checkBlockSentences(text: string): string {
  const { tokens, sentences } = readBlockMentions(text, exampleFacts, AS_OF);
  return sentencesText(text, tokens, sentences);
}

function sentencesText(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): string {
  return sentences
    .map(({ from, to, isQuestion }) => {
      const words = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
      return `${isQuestion ? '?' : ''}${words}`;
    })
    .join(' | ');
}

function meaningText(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'entity':
    case 'called':
      return meaning.entity;
    case 'noun':
      return meaning.type;
    case 'cue':
      return meaning.property;
  }
}
