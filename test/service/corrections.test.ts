import { describe, expect, it } from 'vitest';
import { actionsAt, type DraftSnapshot, fixAll, takeSnapshot } from '../../server/service/index.ts';
import { exampleFacts } from '../core/example-packs.ts';
import { expectKnownMistake } from '../core/known-mistake.ts';
import { applied } from './applied.ts';
import { allShown, spanOf } from './hand-made.ts';

/** Corrections of whole drafts, as written: read, judged, corrected and read again. */
function read(text: string): DraftSnapshot {
  return takeSnapshot({ version: 1, text, options: { language: 'markdown' } }, exampleFacts);
}

/** The draft after the preferred action at `words`. */
function correctedAt(text: string, words: string): string {
  const actions = actionsAt(read(text), spanOf(text, words), allShown);
  const preferred = actions.filter((action) => action.preferred);
  expect(preferred).toHaveLength(1);
  return applied(text, preferred[0]);
}

describe('the correction of a figure keeps the mark-up that it stands in:', () => {
  it.each([
    ['strong', 'Norvik employs **1,300** people.', '**1,300**', '**1,250**'],
    ['emphasis within it', 'Norvik employs *1*,300 people.', '*1*,300', '*1*,250'],
    ['strong around a part', 'Norvik is valued at **$600** million.', '**$600**', '**$500**'],
    [
      'a link',
      'Norvik is valued at [$600 million](https://a.example/600).',
      '[$600 million](https://a.example/600)',
      '[$500 million](https://a.example/600)',
    ],
    [
      'a link that begins before it',
      'Norvik [is valued at $600](https://a.example) million.',
      '[is valued at $600](https://a.example)',
      '[is valued at $500](https://a.example)',
    ],
    ['an escaped sign', 'Norvik is valued at \\$600m.', '\\$600m', '\\$500m'],
    ['an escaped comma', 'Norvik employs 1\\,300 people.', '1\\,300', '1\\,250'],
    ['an entity', 'Norvik is valued at &dollar;600&nbsp;million.', '600', '500'],
    ['a hard break', 'Norvik is valued at $600  \nmillion.', '$600  \n', '$500  \n'],
    ['a hard break by backslash', 'Norvik is valued at $600\\\nmillion.', '$600\\', '$500\\'],
    ['a line end', 'Norvik is valued at $600\nmillion.', '$600\n', '$500\n'],
    ['a line end of two characters', 'Norvik is valued at $600\r\nmillion.', '$600\r', '$500\r'],
    ['a line end in a quotation', '> Norvik is valued at $600\n> million.', '$600\n>', '$500\n>'],
    ['emoji before it', '🚢🧑‍✈️ Norvik employs 1,300 people.', '1,300', '1,250'],
    [
      'a table',
      '| Company | Headcount |\n| --- | --- |\n| Norvik | 1,300 |\n',
      '| 1,300 |',
      '| 1,250 |',
    ],
    [
      'a table with strong figures',
      '| Company | Headcount |\n| --- | ---: |\n| Norvik | **1,300** |\n',
      '**1,300**',
      '**1,250**',
    ],
    ['a list', '- Norvik employs 1,300 people\n- It sails', '1,300', '1,250'],
    ['a heading', '# Norvik employs 1,300 people #', '1,300', '1,250'],
    ['front matter', '---\ntitle: "Norvik employs 1,300 people"\n---\n', '1,300', '1,250'],
  ])('%s', (_, text, wrong, right) => {
    const [claim] = read(text).reading.claims;
    const after = correctedAt(text, claim?.text ?? '');
    expect(after).toBe(text.replace(wrong, right));
    expect(read(after).reading.claims.map(({ verdict }) => verdict)).toEqual(['supported']);
  });
});

describe('of two findings in one line', () => {
  const text = 'Norvik, valued at $600 million, employs 1,300 people.';

  it('each is corrected alone', () => {
    expect(correctedAt(text, '$600 million')).toBe(text.replace('600', '500'));
    expect(correctedAt(text, '1,300')).toBe(text.replace('1,300', '1,250'));
  });

  it('both are corrected at once, in one edit', () => {
    expect(applied(text, fixAll(read(text), allShown))).toBe(
      'Norvik, valued at $500 million, employs 1,250 people.',
    );
  });
});

describe('correcting a claim everywhere', () => {
  const text = [
    '# Norvik, worth $600 million',
    '',
    '🚢 Norvik is valued at \\$600m. Halden employs 4,000 people.',
    '',
    '- Norvik’s valuation: **USD 0.6 billion**',
    '- Norvik employs 1,300 people',
    '',
    '<!-- stet norvik.valuation: the desk was told so -->',
    'Norvik is valued at $610 million.',
  ].join('\r\n');

  const everywhere = (draft: DraftSnapshot, words: string) =>
    actionsAt(draft, spanOf(draft.reading.text, words), allShown).filter(({ title }) =>
      title.includes('everywhere'),
    );

  it('keeps the form of each figure, and leaves other claims and those let stand alone', () => {
    const [action, ...more] = everywhere(read(text), '$600m');
    expect(more).toEqual([]);
    expect(action?.title).toBe('Correct this claim everywhere in this draft (2 figures)');
    expect(action?.preferred).toBe(false);
    expect(applied(text, action)).toBe(
      text.replace('\\$600m', '\\$500m').replace('USD 0.6 billion', 'USD 500 million'),
    );
  });

  it('is offered only where the claim is made more than once', () => {
    expect(everywhere(read(text), '1,300')).toEqual([]);
    expect(everywhere(read(text), '$610 million')).toEqual([]);
  });

  it('is offered once where several of the claims are selected', () => {
    const draft = read(text);
    const all = actionsAt(draft, { start: 0, end: text.length }, allShown);
    expect(all.filter(({ title }) => title.includes('everywhere'))).toHaveLength(1);
  });
});

describe('correcting all', () => {
  it('leaves to the writer what the sources dispute, and what is only finer than they are', () => {
    const text = [
      '🚢 Norvik is valued at $540 million.',
      'Norvik’s contract with Skagen is worth $38.2 million.',
      'Norvik employs 1,300 people.',
    ].join('\r\n\r\n');
    const draft = read(text);
    const verdicts = draft.reading.claims.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['disputed', 'overprecise', 'conflict']);
    expect(applied(text, fixAll(draft, allShown))).toBe(text.replace('1,300', '1,250'));
    const alone = text.replace('1,300', '1,250');
    expect(fixAll(read(alone), allShown)).toBeUndefined();
  });
});

describe('disputed values', () => {
  it('come each once, with everybody who says so', () => {
    const text = 'Norvik is valued at $540 million.';
    const titles = actionsAt(read(text), spanOf(text, '$540 million'), allShown).map(
      ({ title }) => title,
    );
    expect(titles[0]).toBe('Change to “$500 million” (The Courier, Harbour News)');
  });

  it('names no more of those who say so than a menu has room for', () => {
    const text = 'Norvik is valued at $540 million.';
    const title = (source: string): string | undefined => {
      const draft = read(text);
      const [claim] = draft.reading.claims;
      const fixes = claim?.fixes.map((fix) => ({ ...fix, source })) ?? [];
      const claims = claim ? [{ ...claim, fixes }] : [];
      const changed = { ...draft, reading: { ...draft.reading, claims } };
      return actionsAt(changed, spanOf(text, '$540 million'), allShown)[0]?.title;
    };
    expect(title('The Courier; The Courier')).toBe('Change to “$500 million” (The Courier)');
    expect(title('One, and all; Two')).toBe('Change to “$500 million” (One, and all; Two)');
    expect(title('One; Two; Three; Four; Five')).toBe(
      'Change to “$500 million” (One, Two, Three and 2 more)',
    );
    expect(title(`A ${'very '.repeat(20)}long title; ${'so '.repeat(20)}`)).toBe(
      'Change to “$500 million” (A very very very very very ve…, so so so so so so so so so so…)',
    );
  });

  it('are not all offered for a figure that no source states (known mistake)', () => {
    const text = 'Halden employs 5,000 people.';
    const titles = actionsAt(read(text), spanOf(text, '5,000'), allShown).map(({ title }) => title);
    expectKnownMistake(
      titles.filter((title) => title.startsWith('Change')),
      {
        today: ['Change to “4,000”'],
        right: ['Change to “4,000” (The Courier)', 'Change to “4,600” (Harbour News)'],
      },
    );
  });
});
