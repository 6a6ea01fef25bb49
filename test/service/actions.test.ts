import { describe, expect, it } from 'vitest';
import { actionsAt, fixAll } from '../../server/service/index.ts';
import { applied } from './applied.ts';
import { allShown, claim, fix, snapshot, spanOf } from './hand-made.ts';

const text = 'Acme pays $40bn, then $41bn for it.';

describe('actionsAt()', () => {
  it('corrects, lets stand and corrects all, in this order', () => {
    const draft = snapshot(text, [claim(text, '$40bn'), claim(text, '$41bn')]);
    const actions = actionsAt(draft, spanOf(text, '$40bn'), allShown);
    expect(actions.map(({ kind, title, preferred }) => [kind, title, preferred])).toEqual([
      ['correct', 'Correct to “$38bn”', true],
      ['correct', 'Correct this claim everywhere in this draft (2 figures)', false],
      ['suppress', 'Let “$40bn” stand, with a reason', false],
      ['fix-all', 'Correct all 2 figures in this draft', false],
    ]);
    expect(new Set(actions.map(({ version }) => version))).toEqual(new Set([7]));
    expect(applied(text, actions[0])).toBe('Acme pays $38bn, then $41bn for it.');
    expect(applied(text, actions[3])).toBe('Acme pays $38bn, then $38bn for it.');
  });

  it('offers each disputed value with who says so, none of them preferred', () => {
    const span = spanOf(text, '$40bn');
    const fixes = [
      fix(span, '$38bn', { preferred: false, source: 'The Acme ledger' }),
      fix(span, '$39bn', { preferred: false, source: 'The other paper' }),
    ];
    const draft = snapshot(text, [claim(text, '$40bn', { verdict: 'disputed', fixes })]);
    const corrections = actionsAt(draft, span, allShown).filter(({ kind }) => kind === 'correct');
    expect(corrections.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Change to “$38bn” (The Acme ledger)', false],
      ['Change to “$39bn” (The other paper)', false],
    ]);
    expect(fixAll(draft, allShown)).toBeUndefined();
  });

  it('replaces what the correction says, not just the figure', () => {
    const span = spanOf(text, 'pays $40bn');
    const draft = snapshot(text, [claim(text, '$40bn', { fixes: [fix(span, 'paid $38bn')] })]);
    const [correct] = actionsAt(draft, spanOf(text, '$40bn'), allShown);
    expect(applied(text, correct)).toBe('Acme paid $38bn, then $41bn for it.');
  });

  it('takes a caret at either end of the figure, and nothing beyond', () => {
    const draft = snapshot(text, [claim(text, '$40bn')]);
    const { start, end } = spanOf(text, '$40bn');
    const count = (at: number) => actionsAt(draft, { start: at, end: at }, allShown).length;
    expect([start - 1, start, end, end + 1].map(count)).toEqual([0, 3, 3, 0]);
  });

  it('offers nothing for what is not shown', () => {
    const draft = snapshot(text, [
      claim(text, '$40bn', { verdict: 'supported', fixes: [] }),
      claim(text, '$41bn', { suppressed: 'checked with Ann' }),
    ]);
    expect(actionsAt(draft, { start: 0, end: text.length }, allShown)).toEqual([]);
    const conflicting = snapshot(text, [claim(text, '$40bn')]);
    const off = { ...allShown, conflict: 'off' } as const;
    expect(actionsAt(conflicting, { start: 0, end: text.length }, off)).toEqual([]);
  });

  it('removes an idle suppression, with its line where it has one to itself', () => {
    const comment = '<!-- stet acme.value: why -->';
    for (const [before, after] of [
      [`One.\n\n${comment}\nTwo.`, 'One.\n\nTwo.'],
      [`One.\r\n  ${comment}  \r\nTwo.`, 'One.\r\nTwo.'],
      [`One. ${comment}\nTwo.`, 'One. \nTwo.'],
      [comment, ''],
    ] as const) {
      const span = spanOf(before, comment);
      const hints = [{ span, kind: 'unused', message: '' }] as const;
      const [remove] = actionsAt(snapshot(before, [], { hints }), span, allShown);
      expect(applied(before, remove)).toBe(after);
    }
  });
});

describe('fixAll()', () => {
  it('takes the first of two corrections that overlap', () => {
    const draft = snapshot(text, [
      claim(text, '$41bn', { fixes: [fix(spanOf(text, '$40bn, then $41bn'), 'both')] }),
      claim(text, '$40bn', { fixes: [fix(spanOf(text, 'pays $40bn'), 'paid $38bn')] }),
    ]);
    expect(applied(text, fixAll(draft, allShown))).toBe('Acme paid $38bn, then $41bn for it.');
  });

  it('is not offered where nothing has a correction', () => {
    expect(fixAll(snapshot(text, [claim(text, '$40bn', { fixes: [] })]), allShown)).toBeUndefined();
  });

  it('speaks of one figure as one', () => {
    const { title } = fixAll(snapshot(text, [claim(text, '$40bn')]), allShown) ?? { title: '' };
    expect(title).toBe('Correct the figure in this draft');
  });
});
