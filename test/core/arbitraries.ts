import fc from 'fast-check';
import type { Span } from '../../server/core/text/span.ts';

/** The same texts in every run of the tests. */
export const SEEDED = { seed: 20_251_105 } as const;

/** Any sequence of UTF-16 code units, lone surrogates and control characters among them. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...'aZ09 .,-\'"\n\r\t$%|*_[]()<>&#`~:;/\\') },
    fc.constantFrom(
      ...['\ud800', '\udc00', '\u00a0', '\u202e', '\ufeff', '\0', 'é', '٣', '３'],
      ...['万', '😀', 'ﬁ', 'İ'],
    ),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  ),
  maxLength: 120,
});

/** A figure in some markup; the figure itself stands between `«` and `»`. */
const FIGURES = [
  '«$38 million»',
  '**«$38 million»**',
  '**«$38** million»',
  '*«$38*m»',
  '«$*38* million»',
  '[«$38m»](https://x.example/9 "10")',
  '«$38&nbsp;million»',
  '«&pound;29 million»',
  '«\\$38 million»',
  '<b>«$38</b> million»',
  '«$38 <!-- sic --> million»',
  '«$38\nmillion»',
  '«$38\r\nmillion»',
  '«$３８\u202fbn»',
  '«seven-year»',
  '_«seven_-year»',
  '«seven\u2011year»',
  '«29 %»',
  '«29\u00a0per cent»',
  '«1,250»',
  '«six gigawatts»',
  '«30–40 GW»',
  '«November 3, 2025»',
  '«Q3 2025»',
  '«third quarter of 2025»',
  'nearly «$40bn»',
];

/** Pieces that hold no figure. */
const FILLERS = [
  'and then',
  'of `38 million` code',
  '<https://x.example/38>',
  'https://x.example/2025/11/38',
  '![40 ships](chart-5.png)',
  '~~$5 million~~',
  '*some* words,',
  '(in brackets)',
  '“in quotes”',
  'עולה',
  '😀',
  '\ud83d',
  'naïve',
  '&amp;',
  '\\*',
  'H2O [12]',
];

/** What may stand before a block. Tables and lists hold one fragment each. */
const BLOCKS = ['', '# ', '- ', '> ', '1. ', '| ', '- [ ] '];

/** A draft in Markdown and where its figures stand. */
export interface MarkedDraft {
  readonly text: string;
  readonly spans: readonly Span[];
}

const word = fc.oneof(fc.constantFrom(...FIGURES), fc.constantFrom(...FILLERS));

/** Drafts built of figures and fillers in every kind of block. */
export const markedDrafts: fc.Arbitrary<MarkedDraft> = fc
  .array(fc.tuple(fc.constantFrom(...BLOCKS), fc.array(word, { minLength: 1, maxLength: 6 })), {
    maxLength: 5,
  })
  .map((blocks) => unmarked(blocks.map(([open, words]) => blockOf(open, words)).join('\n\n')));

/** Words joined so that no two figures touch; a line break inside a heading or a table would end it. */
function blockOf(open: string, words: readonly string[]): string {
  const text = words.join(' ships; ');
  const line = open === '' || open === '> ' ? text : text.replaceAll(/\r?\n/g, ' ');
  if (open === '> ') return `> ${line.replaceAll('\n', '\n> ')} ships`;
  return open === '| ' ? `| a |\n|---|\n| ${line} ships |` : `${open}so ${line} ships`;
}

function unmarked(marked: string): MarkedDraft {
  const spans: Span[] = [];
  let text = '';
  for (const [index, piece] of marked.split(/[«»]/).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, spans };
}

/** Sentences about what the example packs have on record, right and wrong. */
const SENTENCES = [
  'Norvik signed a five-year pact with Skagen Yards.',
  "Norvik's deal with Skagen Yards is worth **$40** million.",
  "Norvik's deal with Skagen Yards is worth £29 million.",
  'The pact is worth $38 million.',
  'It runs for seven years.',
  'Norvik, valued at $600 million, sails on.',
  'The ferry line employs 1,300 people.',
  'It employs 1,250 people.',
  'The company grew 20.2% in the third quarter.',
  'Halden employs 4,600 people.',
  'The firm employs 5,600 people.',
  'Norvik chief executive Ingmar Holt said so.',
  'Its market share was 34% in 2022 and 31% in 2025.',
  'The Aldwyn Telescope has a mirror of 9.2 metres.',
  'It weighs 410 kg.',
  'Nobody else sails there.',
  'Zenith Boats employs 9,000 people.',
];

const OTHER_BLOCKS = [
  '# Norvik Ferries',
  '## Halden Line',
  '### Deals',
  '| Company | Staff |\n|---|---|\n| Norvik | 1,300 people |\n| Halden | 4,600 people |',
  'What Norvik has on record:\n\n- valued at $600 million\n- employs 1,250 people',
  '<!-- stet: checked by phone -->',
  '<!-- stet norvik.staff: checked by phone -->',
  '<!-- stet-disable: old -->',
  '<!-- stet-enable -->',
  '```\nNorvik employs 9 people.\n```',
  '> Norvik employs 1,300 people. <!-- stet-line: quoted -->',
];

const FRONT = [
  '',
  '---\ndate: 2025-11-05\n---\n',
  '---\ntitle: Norvik employs 1,300 people\ndate: 2024-11-05\n---\n',
];

const amount = fc.integer({ min: 1, max: 999 });
const WORDS = ['three', 'twelve', 'twenty', 'forty-one', 'ninety-nine'];

/** Amounts of money, right and wrong, in the forms that writers use. */
const money = fc
  .tuple(amount, fc.constantFrom(...WORDS), fc.nat({ max: 9 }))
  .chain(([n, word, tenths]) =>
    fc.constantFrom(
      ...[
        `$${n} million`,
        `$${n}m`,
        `US$${n}M`,
        `$${n} Million`,
        `$${n},000,000`,
        `$${n}bn`,
        `USD ${n} million`,
      ],
      ...[
        `${n} million dollars`,
        `${word} million dollars`,
        `$${n}.${tenths} million`,
        `£${n}m`,
        `**$${n} million**`,
      ],
      ...[
        `$${n}&nbsp;million`,
        `$${n}\u202fmillion`,
        `[$${n}m](https://x.example)`,
        `$**${n}** million`,
        `*$${n}* million`,
        `**${word}** million dollars`,
        `$${n}–${n + 3} million`,
      ],
      ...[
        `between $${n} million and $${n + 5} million`,
        `$${n} million to $${n + 9} million`,
        `$${n} thousand`,
      ],
    ),
  );
const durations = fc
  .tuple(amount, fc.constantFrom(...WORDS))
  .chain(([n, word]) =>
    fc.constantFrom(`${n} years`, `${word} years`, `${n} months`, `one year`, `**${word}** years`),
  );
const people = amount.chain((n) =>
  fc.constantFrom(`${n}`, `1,${100 + (n % 900)}`, `${n},000`, `**1,${100 + (n % 900)}**`),
);
const shares = amount.chain((n) =>
  fc.constantFrom(
    `${n % 100}%`,
    `${n % 100} per cent`,
    `${n % 100}.5 percent`,
    `${n % 100} percentage points`,
  ),
);
const lengths = amount.chain((n) =>
  fc.constantFrom(`${n} m`, `${n}.5 metres`, `${n} cm`, `${n} kilometres`),
);
const days = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom('September', 'October', 'November'))
  .chain(([day, month]) =>
    fc.constantFrom(
      `${month} ${day}`,
      `${day} ${month} 2025`,
      `${month.slice(0, 3)}. ${day}, 2025`,
      `2025-09-${10 + (day % 18)}`,
      month,
    ),
  );

/** One sentence with one figure of any size in it. */
const claim: fc.Arbitrary<string> = fc.oneof(
  money.map((value) => `Norvik's deal with Skagen Yards is worth ${value}.`),
  money.map((value) => `Norvik, valued at ${value}, sails on.`),
  money.map((value) => `Norvik took in ${value} in the third quarter of 2025.`),
  durations.map((value) => `Norvik signed a pact with Skagen Yards of ${value}.`),
  people.map((value) => `Norvik employs ${value} people.`),
  shares.map((value) => `Norvik's market share was ${value} in 2025.`),
  lengths.map((value) => `The Aldwyn Telescope has a mirror of ${value}.`),
  days.map((value) => `Norvik and Skagen Yards signed on ${value}.`),
);

/** Whole drafts about the example packs. */
export const exampleDrafts: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...FRONT),
    fc.array(
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc
            .array(fc.oneof(fc.constantFrom(...SENTENCES), claim), { minLength: 1, maxLength: 4 })
            .map((all) => all.join(' ')),
        },
        fc.constantFrom(...OTHER_BLOCKS),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([front, blocks]) => `${front}${blocks.join('\n\n')}\n`);

/** One change of a text: `length` units at `at`, both in thousandths of the text, give way to `insert`. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const INSERTS = [
  '',
  ' ',
  '\n',
  '\n\n',
  'x',
  '5',
  '-',
  '#',
  '`',
  '```\n',
  '<!--',
  '-->',
  '|',
  '> ',
  '- ',
  '---\n',
  '*',
  '\r\n',
  ...SENTENCES.slice(0, 4),
  'Norvik ',
  'Halden ',
  '2025',
];

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat({ max: 1000 }),
    length: fc.oneof(fc.constant(0), fc.nat({ max: 60 })),
    insert: fc.constantFrom(...INSERTS),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The text after an edit. */
export function edited(text: string, { at, length, insert }: Edit): string {
  const start = Math.floor((text.length * at) / 1000);
  return (
    text.slice(0, start) + insert + text.slice(start + Math.floor((text.length * length) / 1000))
  );
}
