import { describe, expect, it } from 'vitest';
import { type CardLinks, claimAt, hoverCard } from '../../server/service/index.ts';
import {
  billions,
  claim,
  dollars,
  interval,
  recordEntry,
  reference,
  snapshot,
  spanOf,
} from './hand-made.ts';

const text = 'Acme pays $40bn for it.';
const at = spanOf(text, '$40bn').start;

function card(given: Parameters<typeof claim>[2] = {}): string {
  return hoverCard(snapshot(text, [claim(text, '$40bn', given)]), at)?.markdown ?? 'no card';
}

describe('hoverCard()', () => {
  it('cites the record: verdict, reading, value, time and every source with its places', () => {
    const references = [
      reference('ledger', 9, '$38bn'),
      reference('ledger', 3, '$38bn'),
      reference('ledger', 1, '$38 Billion'),
      reference('paper', 5, '$38 billion'),
    ];
    expect(card({ record: [recordEntry({ references })] })).toBe(
      [
        '**Conflict** · the record says **$38 billion**, as of 3 November 2025  \n' +
          'Acme Widgets, deal value · read as USD 40 billion → USD 39.5–40.5 billion · 5.3 % above the record',
        '- *The Acme ledger*, lines 3 and 9: “$38bn”, line 1: “$38 Billion”\n' +
          '- *The \\*other\\* paper*, The Press, 4 November 2025, line 5: “$38 billion”',
      ].join('\n\n'),
    );
  });

  it('shows dissent as a table below the preferred value', () => {
    const other = recordEntry({
      value: 'nearly $40 | 41 billion',
      rank: 'normal',
      references: [reference('paper', 5, 'nearly $40bn')],
    });
    const shown = card({ verdict: 'supported', record: [recordEntry(), other] });
    expect(shown).toMatch(/^\*\*Supported\*\*/);
    expect(shown).toContain('- *The Acme ledger*, line 3');
    expect(shown).toContain(
      '\n\n| Others say | As of | Who says so |\n| --- | --- | --- |\n' +
        '| **nearly $40 \\| 41 billion** | 3 November 2025 | *The \\*other\\* paper*, line 5 |',
    );
  });

  it('does not take what held at another time for dissent', () => {
    const before = recordEntry({ value: '$30 billion', rank: 'normal', time: '2022' });
    const shown = card({ verdict: 'outdated', record: [recordEntry(), before] });
    expect(shown).toContain('| At other times | As of | Who says so |');
    expect(shown).toContain('| **$30 billion** | 2022 |');
  });

  it('sets all values side by side where none is preferred', () => {
    const entries = [
      recordEntry({ rank: 'normal' }),
      recordEntry({ rank: 'normal', value: '$39 billion', time: null }),
    ];
    const shown = card({ verdict: 'disputed', record: entries });
    expect(shown).toMatch(
      /^\*\*Disputed\*\* · sources say \*\*\$38 billion\*\* or \*\*\$39 billion\*\*/,
    );
    expect(shown).toContain('\n\n| Value | As of');
    expect(shown).toContain('| **$39 billion** |  | *The Acme ledger*, line 3 |');
    expect(shown).not.toContain('the record');
  });

  it('names the slip, and does not measure a figure that is someone else’s', () => {
    const shown = card({ slip: 'attribution', message: '"$40bn" is what Bob pays' });
    expect(shown).toContain('\n\n"$40bn" is what Bob pays\n\n');
    expect(shown).toMatch(/^\*\*Conflict\*\* \(someone else’s figure\)/);
    expect(shown).not.toContain('above the record');
  });

  it('counts sources beyond the sixth', () => {
    const references = Array.from({ length: 9 }, (_, index) => ({
      ...reference('ledger', 1, '$38bn'),
      source: `source-${index}`,
    }));
    expect(card({ record: [recordEntry({ references })] })).toMatch(/\n- and 3 more$/);
  });

  it('tells that a claim was let stand, and why', () => {
    expect(card({ suppressed: 'checked with Ann' })).toMatch(/^\*\*Conflict\*\* \(let stand\) · /);
    expect(card({ suppressed: 'checked with Ann' })).toMatch(/\n\nLet stand: checked with Ann$/);
    expect(card({ suppressed: '' })).toMatch(/\n\nLet stand, without a reason$/);
  });

  it('keeps the hedge in how the figure was read', () => {
    const hedge = {
      kind: 'nearly',
      span: spanOf('nearly $40bn', 'nearly'),
      surface: 'Nearly',
    } as const;
    const at = spanOf('nearly $40bn', '$40bn');
    const figure = {
      ...dollars(40, at, '$40bn'),
      hedge,
      interval: interval(billions(38), billions(40)),
    };
    expect(card({ figure })).toContain('read as nearly USD 40 billion → USD 38–40 billion ·');
  });

  it('names three values of many in its first line', () => {
    const record = [36, 37, 38, 39].map((count) =>
      recordEntry({ rank: 'normal', value: `$${count} billion` }),
    );
    expect(card({ verdict: 'disputed', record })).toMatch(
      /^.* sources say \*\*\$36 billion\*\*, \*\*\$37 billion\*\*, \*\*\$38 billion\*\* or another value/,
    );
  });

  it('leaves out the column of a table that would be empty', () => {
    const record = [recordEntry({ rank: 'normal', time: null })];
    expect(card({ verdict: 'disputed', record })).toContain(
      '| Value | Who says so |\n| --- | --- |\n',
    );
  });

  it('links the statement, the lines of sources at hand and what the editor can do', () => {
    const links: CardLinks = {
      statement: (id) => `file:///p (1)/${id}.yaml#L3`,
      sourceLine: (source, line) => (source === 'ledger' ? `file:///s.txt#L${line}` : undefined),
      commands: ({ start }) => [['Explain', `command:explain?${start}`]],
    };
    const references = [
      reference('ledger', 3, '$38bn'),
      reference('ledger', 9, '$38bn'),
      reference('paper', 5, '$38bn'),
    ];
    const other = recordEntry({ statement: 'acme.other', rank: 'normal', value: '$39 billion' });
    const record = [recordEntry({ references }), other];
    const shown = hoverCard(snapshot(text, [claim(text, '$40bn', { record })]), at, links);
    expect(shown?.markdown).toContain(
      'lines [3](file:///s.txt#L3) and [9](file:///s.txt#L9): “$38bn”',
    );
    expect(shown?.markdown).toContain('4 November 2025, line 5: “$38bn”');
    expect(shown?.markdown).toContain('[**$39 billion**](file:///p%20%281%29/acme.other.yaml#L3)');
    expect(shown?.markdown).toMatch(
      /\n\n\[Statement\]\(file:\/\/\/p%20%281%29\/acme\.value\.yaml#L3\) · \[Explain\]\(command:explain\?10\)$/,
    );
    expect(shown?.plain).not.toMatch(/file:|command:|Explain/);
  });

  it('links the title of a source to its web page, and to nothing else that a pack may write', () => {
    const shownWith = (url: string): string => {
      const draft = snapshot(text, [claim(text, '$40bn')]);
      const ledger = { id: 'ledger', title: '', publisher: null, date: null, digest: null, url };
      const facts = { ...draft.facts, sources: new Map([['ledger', ledger]]) };
      return hoverCard({ ...draft, facts }, at)?.markdown ?? '';
    };
    expect(shownWith('https://acme.example/a_(b)')).toContain(
      '[*The Acme ledger*](https://acme.example/a_%28b%29), line 3',
    );
    expect(shownWith('command:stet.explain')).toContain('- *The Acme ledger*, line 3');
  });

  it('is plain text too', () => {
    const other = recordEntry({ value: '$39 billion', rank: 'normal' });
    const draft = snapshot(text, [claim(text, '$40bn', { record: [recordEntry(), other] })]);
    const plain = hoverCard(draft, at)?.plain;
    expect(plain).toContain('- “The Acme ledger”, line 3: “$38bn”');
    expect(plain).toContain('- $39 billion · 3 November 2025 · “The Acme ledger”, line 3');
    expect(plain).not.toMatch(/[*|\\]/);
  });

  it('is shown at the figure and right after it, nowhere else', () => {
    const draft = snapshot(text, [claim(text, '$40bn')]);
    const { start, end } = spanOf(text, '$40bn');
    expect(
      [start - 1, start, end, end + 1].map((offset) => hoverCard(draft, offset)?.span),
    ).toEqual([undefined, { start, end }, { start, end }, undefined]);
  });
});

describe('claimAt()', () => {
  it('prefers the claim inside another', () => {
    const draft = snapshot(text, [claim(text, 'pays $40bn'), claim(text, '$40bn')]);
    expect(claimAt(draft, at)?.text).toBe('$40bn');
    expect(claimAt(draft, at - 2)?.text).toBe('pays $40bn');
  });
});
