import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../server/core/claims/claim.ts';
import { checkDraft } from '../../server/core/index.ts';
import {
  type CitationStyle,
  citationsAt,
  citationText,
  type DraftAction,
  type DraftSnapshot,
} from '../../server/service/index.ts';
import { exampleDrafts, SEEDED } from '../core/arbitraries.ts';
import { allStyles, citedFacts, draftOf, linkedFacts } from './cited-facts.ts';

/** What citing makes of a draft: the figure to cite stands between `«` and `»`. */
function cited(
  marked: string,
  style: CitationStyle,
  {
    language = 'markdown',
    facts = linkedFacts,
    nth = 0,
  }: { language?: DraftSnapshot['language']; facts?: typeof citedFacts; nth?: number } = {},
): string | undefined {
  const at = marked.indexOf('«');
  const draft = draftOf(marked.replace(/[«»]/g, ''), language, facts);
  const action = citationsAt(draft, at, style)[nth];
  return action && applied(draft.reading.text, action);
}

function applied(text: string, { edits }: DraftAction): string {
  return [...edits]
    .reverse()
    .reduce(
      (out, edit) => out.slice(0, edit.span.start) + edit.text + out.slice(edit.span.end),
      text,
    );
}

const sentence = 'Norvik Ferries is valued at «$500 million», says the report.';

describe('citationsAt(): a link', () => {
  it('is set around the figure', () => {
    expect(cited('Norvik is valued at «$500 million».', 'link')).toBe(
      'Norvik is valued at [$500 million](https://courier.example/fleet).',
    );
  });

  it('takes in the emphasis that the figure begins or ends within', () => {
    expect(cited('Norvik is valued at **«$500** million» now.', 'link')).toBe(
      'Norvik is valued at [**$500** million](https://courier.example/fleet) now.',
    );
    expect(cited('Norvik is valued at **«$500 million»** now.', 'link')).toBe(
      'Norvik is valued at **[$500 million](https://courier.example/fleet)** now.',
    );
  });

  it('gives way to brackets where the figure is part of another link, or no address is known', () => {
    expect(cited('Norvik is [valued at «$500 million»](https://x.example/).', 'link')).toBe(
      'Norvik is [valued at $500 million](https://x.example/) (The Courier, 2 October 2025).',
    );
    expect(cited('Halden employs «4,600» people.', 'link', { facts: citedFacts })).toBe(
      'Halden employs 4,600 people (Harbour News).',
    );
  });

  it('writes an address with brackets, and in a table one with a bar', () => {
    expect(cited('Halden employs «4,600» people.', 'link')).toBe(
      'Halden employs [4,600](<https://harbour.example/a_(b)?c=1|2>) people.',
    );
    const row = '| Who | Staff |\n|---|---|\n| Halden | «4,600» |\n';
    expect(cited(row, 'link')).toBe(
      '| Who | Staff |\n|---|---|\n| Halden | [4,600](<https://harbour.example/a_(b)?c=1%7C2>) |\n',
    );
  });
});

describe('citationsAt(): a footnote', () => {
  it('stands behind the stop, with the source at the end of the draft', () => {
    expect(cited('Norvik is valued at «$500 million» today.\n', 'footnote')).toBe(
      'Norvik is valued at $500 million today.[^1]\n\n' +
        '[^1]: [A new fleet for Norvik](https://courier.example/fleet), The Courier, 2 October 2025.\n',
    );
  });

  it('says what is known of a source, and shows its title as it is', () => {
    expect(cited('Halden employs «4,600» people.', 'footnote', { facts: citedFacts })).toBe(
      'Halden employs 4,600 people.[^1]\n\n[^1]: “Ferries by the \\*dozen\\*”, Harbour News.',
    );
    const share = 'Norvik has a market share of «29 per cent».';
    expect(cited(share, 'footnote', { facts: citedFacts })).toBe(
      'Norvik has a market share of 29 per cent.[^1]\n\n[^1]: “Who sails next”.',
    );
  });

  it('stands behind the comma that follows the figure, not behind one between adjectives', () => {
    expect(cited(sentence, 'footnote')).toContain('$500 million,[^1] says the report.\n');
    const pact = 'Norvik signed a «seven-year», $38 million deal with Skagen.';
    expect(cited(pact, 'footnote')).toContain('with Skagen.[^1]\n');
  });

  it('takes the next number, the label of the file, or a word where its labels are words', () => {
    const withNotes = (...labels: string[]) =>
      [
        sentence,
        ...labels.map((label) => `More.[^${label}]`),
        ...labels.map((label) => `[^${label}]: Old.`),
      ].join('\n\n');
    const labelIn = (text: string | undefined) => /million,(\[.*?\])/.exec(text ?? '')?.[1];
    expect(labelIn(cited(withNotes('1', '7'), 'footnote'))).toBe('[^8]');
    expect(labelIn(cited(withNotes('note-1', 'note-2'), 'footnote'))).toBe('[^note-3]');
    expect(labelIn(cited(withNotes('ann'), 'footnote'))).toBe('[^courier]');
    expect(labelIn(cited(withNotes('ann', 'courier'), 'footnote'))).toBe('[^courier-2]');
    expect(labelIn(cited(`${sentence}\n\nMore.[^4]`, 'footnote'))).toBe('[^5]');
  });

  it('has its definition behind the last one, however that goes on, parted like those before it', () => {
    const notes = '[^1]: Old\n  and longer.\n[^2]: Second.\n\n    Its second paragraph.';
    expect(cited(`${sentence}\n\n${notes}\n\nThe end.\n`, 'footnote')).toBe(
      `${sentence.replace(/[«»]/g, '').replace('million,', 'million,[^3]')}\n\n${notes}\n` +
        '[^3]: [A new fleet for Norvik](https://courier.example/fleet), The Courier, 2 October 2025.\n\nThe end.\n',
    );
    const apart = cited(`${sentence}\n\n[^1]: One.\n\n[^2]: Two.\n`, 'footnote');
    expect(apart).toContain('[^2]: Two.\n\n[^3]: ');
  });

  it('uses a note again that is about the source', () => {
    const first = cited(sentence, 'footnote') ?? '';
    const next = cited(`Norvik employs «1,250» people. ${first}`, 'footnote');
    expect(next).toBe(`Norvik employs 1,250 people.[^1] ${first}`);
  });

  it('stands apart from another one', () => {
    const noted = 'Norvik is valued at «$500 million».[^1]\n\n[^1]: Somebody.\n';
    expect(cited(noted, 'footnote')).toContain('million.[^1] [^2]\n\n[^1]: Somebody.\n[^2]: ');
  });

  it('keeps the line ends of the file', () => {
    const text = cited('Norvik is valued at «$500 million».\r\n\r\nMore.\r\n', 'footnote');
    expect(text).toBe(
      'Norvik is valued at $500 million.[^1]\r\n\r\nMore.\r\n\r\n' +
        '[^1]: [A new fleet for Norvik](https://courier.example/fleet), The Courier, 2 October 2025.\r\n',
    );
  });

  it('takes no note for one that stands in code, and puts none there', () => {
    const code = '```\n[^1]: no note\n```\n';
    expect(cited(`${sentence}\n\n${code}`, 'footnote')).toContain(`${code.trimEnd()}\n\n[^2]: `);
    expect(cited(`${sentence}\n\n\`\`\`\nnever closed`, 'footnote')).toBe(
      `${sentence.replace(/[«»]/g, '').replace(',', ' (The Courier, 2 October 2025),')}\n\n\`\`\`\nnever closed`,
    );
  });

  it.each([
    [
      'before the marks that close a heading',
      '# Norvik valued at «$500 million» ##',
      '# Norvik valued at $500 million[^1] ##',
    ],
    [
      'in the heading that is underlined',
      'Norvik valued at «$500 million»\n===',
      'Norvik valued at $500 million[^1]\n===',
    ],
    [
      'in the cell of a table',
      '| Who | Valuation |\n|---|---|\n| Norvik | «$500m» |',
      '| Norvik | $500m[^1] |',
    ],
    [
      'in a cell of a table without outer bars',
      'Who | Valuation | Of\n---|---|---\nNorvik | «$500m» | 2025',
      'Norvik | $500m[^1] | 2025',
    ],
    [
      'in an item of a list',
      '- Norvik is valued at «$500 million»\n- more',
      '- Norvik is valued at $500 million[^1]\n- more',
    ],
    [
      'in a quote',
      '> Norvik is valued at «$500 million».\n> More.',
      '> Norvik is valued at $500 million.[^1]\n> More.',
    ],
    ['behind quotation marks', 'She said: “Norvik is valued at «$500 million».”', 'million.”[^1]'],
    ['behind emphasis', '**Norvik is valued at «$500 million».** More.', 'million.**[^1] More.'],
    [
      'behind a link',
      '[Norvik is valued at «$500 million».](https://x.example/) More.',
      '.](https://x.example/)[^1] More.',
    ],
    [
      'before a comment',
      'Norvik is valued at «$500 million». <!-- here -->',
      'million.[^1] <!-- here -->',
    ],
    [
      'before a hard line break',
      'Norvik is valued at «$500 million».\\\nMore.',
      'million.[^1]\\\nMore.',
    ],
    [
      'at the end of a sentence, not of the paragraph',
      'Norvik is valued at «$500 million». It sails.',
      'million.[^1] It sails.',
    ],
    ['behind emoji', '😀 Norvik is valued at «$500 million» 😀.', '😀.[^1]'],
  ])('stands %s', (_, marked, expected) => {
    expect(cited(marked, 'footnote')).toContain(expected);
  });
});

describe('citationsAt(): a key', () => {
  it('leads to an address at the end, and is used again', () => {
    const first = cited('Norvik is valued at «$500 million».\n', 'reference') ?? '';
    expect(first).toBe(
      'Norvik is valued at [$500 million][courier].\n\n' +
        '[courier]: https://courier.example/fleet "A new fleet for Norvik"\n',
    );
    expect(cited(`Norvik employs «1,250» people. ${first}`, 'reference')).toBe(
      `Norvik employs [1,250][courier] people. ${first}`,
    );
  });

  it('follows the keys of the file, and uses the one that has the address already', () => {
    const keys = '[1]: https://x.example/\n[2]: https://courier.example/fleet';
    expect(cited(`Norvik is valued at «$500 million».\n\n${keys}\n`, 'reference')).toBe(
      `Norvik is valued at [$500 million][2].\n\n${keys}\n`,
    );
    expect(cited(`Halden employs «4,600» people.\n\n${keys}\n`, 'reference')).toBe(
      `Halden employs [4,600][3] people.\n\n${keys}\n` +
        '[3]: <https://harbour.example/a_(b)?c=1|2> "Ferries by the *dozen*"\n',
    );
  });
});

describe('citationsAt(): brackets', () => {
  it('stand before the stop, or before the comma that follows the figure', () => {
    expect(cited('Norvik is valued at «$500 million» now.', 'parenthesis')).toBe(
      'Norvik is valued at $500 million now (The Courier, 2 October 2025).',
    );
    expect(cited(sentence, 'parenthesis')).toContain(
      '$500 million (The Courier, 2 October 2025), says',
    );
  });

  it('hold a title where no publisher is known', () => {
    expect(cited('Norvik has a market share of «29 per cent».', 'parenthesis')).toBe(
      'Norvik has a market share of 29 per cent (“Who sails next”).',
    );
  });
});

describe('citationsAt() in plain text', () => {
  const language = 'plaintext';

  it('numbers notes at the end, and uses them again', () => {
    const first = cited('Norvik is valued at «$500 million».\n', 'footnote', { language }) ?? '';
    expect(first).toBe(
      'Norvik is valued at $500 million [1].\n\n' +
        '[1] “A new fleet for Norvik”, The Courier, 2 October 2025, https://courier.example/fleet\n',
    );
    expect(cited(`Norvik employs «1,250» people.\n\n${first}`, 'footnote', { language })).toBe(
      `Norvik employs 1,250 people [1].\n\n${first}`,
    );
    expect(cited(`Halden employs «4,600» people.\n\n${first}`, 'footnote', { language })).toContain(
      'fleet\n[2] “Ferries by the *dozen*”, Harbour News, ',
    );
  });

  it('has brackets for every other style', () => {
    for (const style of ['link', 'reference', 'parenthesis'] as const)
      expect(cited('Halden employs «4,600» people.', style, { language })).toBe(
        'Halden employs 4,600 people (Harbour News).',
      );
  });
});

describe('citationsAt(): whom it cites', () => {
  const titlesOf = (marked: string) =>
    citationsAt(draftOf(marked.replace(/[«»]/g, '')), marked.indexOf('«'), 'footnote').map(
      ({ title }) => title,
    );

  it('offers every source of the value, in the order of the record', () => {
    expect(titlesOf('Norvik is valued at «$500 million».')).toEqual([
      'Cite “A new fleet for Norvik” (The Courier)',
      'Cite “Ferries by the *dozen*” (Harbour News)',
    ]);
  });

  it('cites for a disputed value those who state it', () => {
    expect(titlesOf('Norvik is valued at «$540 million».')).toEqual(['Cite “Who sails next”']);
    expect(titlesOf('Halden employs «4,000» people.')).toEqual([
      'Cite “A new fleet for Norvik” (The Courier)',
    ]);
  });

  it('corrects a figure that nobody states with its citation', () => {
    expect(titlesOf('Norvik is valued at «$700 million».')).toEqual([
      'Correct to “$500 million” and cite “A new fleet for Norvik” (The Courier)',
      'Correct to “$500 million” and cite “Ferries by the *dozen*” (Harbour News)',
    ]);
    expect(cited('Norvik is valued at «$700 million».', 'link')).toBe(
      'Norvik is valued at [$500 million](https://courier.example/fleet).',
    );
  });

  it('cites nobody for a figure that is let stand against the record, or is none', () => {
    expect(titlesOf('<!-- stet: so they say -->\nNorvik is valued at «$700 million».')).toEqual([]);
    expect(titlesOf('Norvik is valued «at» $500 million.')).toEqual([]);
  });

  it('cites nothing in front matter', () => {
    expect(titlesOf('---\ntitle: Norvik is valued at «$500 million»\n---\n')).toEqual([]);
  });

  it('cites no source twice at one figure, in any style', () => {
    const both = 'Norvik is valued at «$500 million», more than before.\n';
    for (const language of ['markdown', 'plaintext'] as const)
      for (const style of allStyles) {
        const once = cited(both, style, { language }) ?? '';
        expect(once).not.toBe('');
        const at = once.indexOf('$500');
        const again = citationsAt(draftOf(once, language, linkedFacts), at, style);
        expect(again.map(({ title }) => title)).toEqual([
          'Cite “Ferries by the *dozen*” (Harbour News)',
        ]);
      }
  });

  it('works out no more than it is asked for', () => {
    const draft = draftOf('Norvik is valued at $500 million.');
    expect(citationsAt(draft, 22, 'footnote', { atMost: 1 })).toHaveLength(1);
  });
});

describe('citationText()', () => {
  it('says everything that is known of the source, and no line of it', () => {
    expect(citationText(draftOf('Norvik is valued at $500 million.'), 22)).toBe(
      '“A new fleet for Norvik”, The Courier, 2 October 2025, https://courier.example/fleet',
    );
    expect(citationText(draftOf('Norvik has a market share of 29 per cent.'), 30)).toBe(
      '“Who sails next”',
    );
    expect(citationText(draftOf('Norvik sails.'), 2)).toBeUndefined();
  });
});

describe('citing any draft', () => {
  it('adds only, and every claim is what it was', () => {
    fc.assert(
      fc.property(
        exampleDrafts,
        fc.constantFrom(...allStyles),
        fc.constantFrom('markdown' as const, 'plaintext' as const),
        fc.constantFrom(citedFacts, linkedFacts),
        fc.nat(),
        (text, style, language, facts, nth) => {
          const draft = draftOf(text, language, facts);
          const { claims } = draft.reading;
          const claim = claims[nth % claims.length];
          const [action] = claim ? citationsAt(draft, claim.span.start, style, { atMost: 1 }) : [];
          if (!action) return;
          if (action.target === null)
            expect(action.edits.filter(({ span }) => span.start !== span.end)).toEqual([]);
          const after = checkDraft(applied(text, action), facts, { language }).claims;
          const kept = claims.filter((one) => action.target !== one.span);
          expect(after.map(said)).toEqual(expect.arrayContaining(kept.map(said)));
          expect(after.filter(isMarked).length).toBeLessThanOrEqual(claims.filter(isMarked).length);
        },
      ),
      { ...SEEDED, numRuns: 50 },
    );
  });
});

function said({ text, verdict, statement, suppressed }: Claim) {
  return { text, verdict, statement, suppressed };
}

function isMarked({ verdict, suppressed }: Claim): boolean {
  return verdict !== 'supported' && suppressed === null;
}
