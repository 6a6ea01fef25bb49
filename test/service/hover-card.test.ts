import { describe, expect, it } from 'vitest';
import { claimAt, hoverCard } from '../../server/service/index.ts';
import { claim, recordEntry, reference, snapshot, spanOf } from './hand-made.ts';

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
        '**Conflict** · Acme Widgets, deal value',
        'Read as USD 40 billion (USD 39.5–40.5 billion); 5.3 % above the record',
        'The record says **$38 billion**, as of 3 November 2025',
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
      'Others say:\n\n| Value | As of | Who says so |\n| --- | --- | --- |\n' +
        '| **nearly $40 \\| 41 billion** | 3 November 2025 | *The \\*other\\* paper*, line 5 |',
    );
  });

  it('sets all values side by side where none is preferred', () => {
    const entries = [
      recordEntry({ rank: 'normal' }),
      recordEntry({ rank: 'normal', value: '$39 billion', time: null }),
    ];
    const shown = card({ verdict: 'disputed', record: entries });
    expect(shown).toContain('Sources say:\n\n| Value');
    expect(shown).toContain('| **$39 billion** |  | *The Acme ledger*, line 3 |');
    expect(shown).not.toContain('The record says **');
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
    expect(card({ suppressed: 'checked with Ann' })).toMatch(/\n\nLet stand: checked with Ann$/);
    expect(card({ suppressed: '' })).toMatch(/\n\nLet stand, without a reason$/);
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
