import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/core/index.ts';
import { checkVerdicts } from '../check-verdicts.ts';
import { exampleFacts } from '../example-packs.ts';
import { underline } from '../underline.ts';

const WRONG = 'Norvik employs 1,300 people.';
const TWO = 'Norvik, valued at $600 million, employs 1,300 people.';

/** A draft with the hints about its suppressions under them. */
function checkHints(text: string): string {
  const { suppressionHints } = checkDraft(text, exampleFacts, {
    language: 'markdown',
    asOf: '2025-11-05',
  });
  return underline(
    text,
    suppressionHints.map(({ span, kind, message }) => ({ span, label: `${kind}: ${message}` })),
  );
}

/** Which claims stand, and why: the reason, or null for one that does not. */
function standing(text: string): readonly (string | null)[] {
  const { claims } = checkDraft(text, exampleFacts, { language: 'markdown', asOf: '2025-11-05' });
  return claims.map(({ suppressed }) => suppressed);
}

describe('a stet comment', () => {
  it('lets the claims of the next block stand', () => {
    expect(`\n${checkVerdicts(`<!-- stet: checked by phone -->\n\n${WRONG}\n\n${WRONG}`)}`).toBe(`
<!-- stet: checked by phone -->

Norvik employs 1,300 people.
               ^^^^^ conflict norvik.staff: 1,250 (stands: checked by phone)

Norvik employs 1,300 people.
               ^^^^^ conflict norvik.staff: 1,250`);
  });

  it.each([
    ['for the block it stands in', `${WRONG} <!-- stet: so --> ${WRONG}`, ['so', 'so']],
    ['for its line', `${WRONG} <!-- stet-line: so -->\n${WRONG}`, ['so', null]],
    ['for the line that ends with it', `${WRONG}\n${WRONG} <!-- stet-line: so -->`, [null, 'so']],
    [
      'until it ends',
      `${WRONG}\n\n<!-- stet-disable: so -->\n\n${WRONG}\n\n${WRONG}\n\n<!-- stet-enable -->\n\n${WRONG}`,
      [null, 'so', 'so', null],
    ],
    [
      'to the end of the draft',
      `${WRONG}\n\n<!-- stet-disable: so -->\n\n${WRONG}\n\n# ${WRONG}`,
      [null, 'so', 'so'],
    ],
    ['for one statement', `<!-- stet norvik.staff: so -->\n\n${TWO}`, [null, 'so']],
    ['for a line and a statement', `${TWO} <!-- stet-line norvik.valuation: so -->`, ['so', null]],
    [
      'for a statement of the same question',
      '<!-- stet norvik.valuation: so -->\n\nNorvik is valued at $540 million.',
      ['so'],
    ],
    ['inside a list item', `- ${WRONG} <!-- stet-line: so -->\n- ${WRONG}`, ['so', null]],
    [
      'inside a table row',
      `| a | b |\n|---|---|\n| Norvik staff | 1,300 <!-- stet-line: so --> |\n| Norvik staff | 1,300 |`,
      ['so', null],
    ],
    ['over several lines', `<!-- stet:\n  so -->\n\n${WRONG}`, ['so']],
    ['with tight marks', `<!--stet:so-->\n\n${WRONG}`, ['so']],
    ['without a reason', `<!-- stet -->\n\n${WRONG}`, ['']],
  ])('holds %s', (_, text, reasons) => {
    expect(standing(text)).toEqual(reasons);
  });

  it.each([
    ['another word', `<!-- stetson: so -->\n\n${WRONG}`],
    ['an ordinary comment', `<!-- checked by phone -->\n\n${WRONG}`],
    ['a comment in code', `\`<!-- stet: so -->\` ${WRONG}`],
    ['another statement', `<!-- stet norvik.valuation: so -->\n\n${WRONG}`],
    ['a block further on', `<!-- stet: so -->\n\nThey sail.\n\n${WRONG}`],
    ['an end without a beginning', `<!-- stet-enable -->\n\n${WRONG}`],
  ])('does not hold: %s', (_, text) => {
    expect(standing(text)).toEqual([null]);
  });

  it.each([
    ['CRLF lines', `<!-- stet: so -->\r\n\r\n${WRONG}\r\n`],
    ['a space after it', `<!-- stet: so --> \n\n${WRONG}`],
  ])('holds with %s', (_, text) => {
    expect(standing(text)).toEqual(['so']);
  });

  it('leaves supported claims alone', () => {
    expect(standing('<!-- stet: so -->\n\nNorvik employs 1,250 people.')).toEqual([null]);
  });
});

describe('hints about suppressions', () => {
  it('name those of no use, without a reason and of unknown statements', () => {
    const text = `<!-- stet: so -->\n\nThey sail.\n\n<!-- stet -->\n\n${WRONG}\n\n<!-- stet nobody.staff: so -->\n\n${WRONG}\n`;
    expect(`\n${checkHints(text)}`).toBe(`
<!-- stet: so -->
^^^^^^^^^^^^^^^^^ unused: Nothing here needs to be let stand; remove this comment

They sail.

<!-- stet -->
^^^^^^^^^^^^^ without-reason: Say after a colon why this may stand

Norvik employs 1,300 people.

<!-- stet nobody.staff: so -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-statement: No statement "nobody.staff" is on record

Norvik employs 1,300 people.`);
  });

  it.each([
    ['a line', `They sail. <!-- stet-line: so -->\n\n${WRONG}`],
    ['a stretch', `<!-- stet-disable: so -->\n\nThey sail.\n\n<!-- stet-enable -->\n\n${WRONG}`],
    ['the end of the draft', `${WRONG}\n\n<!-- stet: so -->`],
    ['a claim that is right', '<!-- stet: so -->\n\nNorvik employs 1,250 people.'],
    ['the statement of another claim', `<!-- stet norvik.valuation: so -->\n\n${WRONG}`],
  ])('call a suppression unused for %s', (_, text) => {
    expect(checkHints(text)).toContain('^ unused');
  });

  it('say nothing of one that is used and has a reason', () => {
    const text = `<!-- stet norvik.staff: checked by phone -->\n\n${WRONG}`;
    expect(checkHints(text)).toBe(text);
  });

  it.each([
    ['stet-enabel', '"stet-enabel" lets nothing stand; did you mean "stet-enable"?'],
    ['stet-lines: so', '"stet-lines" lets nothing stand; did you mean "stet-line"?'],
    ['stet-forever: so', '"stet-forever" lets nothing stand'],
    [
      'stet because they said so',
      'This comment lets nothing stand: write "<!-- stet: reason -->", or the id of a statement before the colon',
    ],
  ])('tell of a comment that cannot be read: %s', (words, message) => {
    const text = `<!-- ${words} -->\n\n${WRONG}`;
    const hint = checkDraft(text, exampleFacts, { language: 'markdown', asOf: '2025-11-05' });
    expect(hint.suppressionHints).toMatchObject([{ kind: 'unread', message }]);
  });

  it('say nothing of a comment for somebody else', () => {
    expect(checkHints(`<!-- stetson: so -->\n\n${WRONG}`)).toBe(`<!-- stetson: so -->\n\n${WRONG}`);
  });
});
