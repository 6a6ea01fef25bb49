import { describe, expect, it } from 'vitest';
import type { DraftReading } from '../../server/core/claims/claim.ts';
import { checkDraft, type DraftOptions } from '../../server/core/index.ts';
import { exampleFacts } from './example-packs.ts';
import { saidIn } from './said-in.ts';

const OPTIONS: DraftOptions = { language: 'markdown', asOf: '2025-11-05' };
const PARAGRAPHS = 220;

/** A draft of ten thousand words: no two paragraphs alike, each about one of three companies, with a heading now and then. */
const DRAFT = Array.from({ length: PARAGRAPHS }, (_, index) => {
  const name = ['Norvik', 'Halden', 'Skagen Yards'][index % 3];
  const heading = index % 20 === 0 ? `## Chapter ${index / 20 + 1}\n\n` : '';
  return `${heading}In harbour ${index} the crews of ${name} told us that the sea was calm and the weather fair for most of the week. The company employs ${1200 + index} people, they said, and it has carried travellers to the towns up there ever since the winter of that year.`;
}).join('\n\n');

const SHORT = DRAFT.slice(0, DRAFT.indexOf('harbour 12'));

/** The reading after one unit was put in at an offset. */
function typed(reading: DraftReading, at: number, insert: string): DraftReading {
  const text = reading.text.slice(0, at) + insert + reading.text.slice(at);
  return checkDraft(text, exampleFacts, OPTIONS, reading);
}

describe('checkDraft() of an edited draft', () => {
  const first = checkDraft(DRAFT, exampleFacts, OPTIONS);

  it('is measured on ten thousand words', () => {
    expect(DRAFT.split(/\s+/).length).toBeGreaterThan(10_000);
    expect(first.work.blocks).toBe(PARAGRAPHS + PARAGRAPHS / 20);
    expect(first.claims.length).toBeGreaterThan(100);
  });

  it('reads nothing again where nothing changed', () => {
    expect(checkDraft(DRAFT, exampleFacts, OPTIONS, first).work).toEqual({
      blocks: first.work.blocks,
      blocksRead: 0,
      blocksChecked: 0,
    });
  });

  it.each([0.01, 0.25, 0.5, 0.75, 0.99])(
    'reads one block again after a keystroke at %d of it',
    (part) => {
      const at = DRAFT.indexOf(' weather', DRAFT.length * part);
      const { work } = typed(first, at, 'x');
      expect(work.blocksRead).toBe(1);
      expect(work.blocksChecked).toBe(1);
    },
  );

  it('reads one or two blocks again when one is cut in two', () => {
    const { work } = typed(first, DRAFT.indexOf('. The company', DRAFT.length / 2) + 1, '\n\n');
    expect(work.blocksRead).toBe(2);
    expect(work.blocksChecked).toBeLessThanOrEqual(6);
  });

  it('checks again what a new name means for the blocks that point back, and no more', () => {
    const at = DRAFT.indexOf('the crews of', DRAFT.length / 2);
    const { work } = typed(first, at, 'Halden and ');
    expect(work.blocksRead).toBe(1);
    expect(work.blocksChecked).toBeLessThanOrEqual(12);
  });

  it('reads everything again for another day or another record', () => {
    const later = checkDraft(DRAFT, exampleFacts, { ...OPTIONS, asOf: '2025-12-05' }, first);
    expect(later.work.blocksRead).toBe(later.work.blocks);
    const other = checkDraft(DRAFT, { ...exampleFacts }, OPTIONS, first);
    expect(other.work.blocksRead).toBe(other.work.blocks);
  });

  it('equals a fresh check whatever it was made from', () => {
    const steps = [
      (text: string): string => text.replace('Halden', 'Norvik'),
      (text: string): string => `---\ndate: 2024-01-05\n---\n${text}`,
      (text: string): string => text.slice(text.length / 2),
      (text: string): string => `${text}\n\n| Company | Staff |\n|---|---|\n| Norvik | 1,300 |`,
      (): string => '',
      (): string => SHORT,
    ];
    let reading = checkDraft(SHORT, exampleFacts, OPTIONS);
    for (const step of steps) {
      const text = step(reading.text);
      reading = checkDraft(text, exampleFacts, OPTIONS, reading);
      expect(saidIn(reading)).toEqual(saidIn(checkDraft(text, exampleFacts, OPTIONS)));
    }
  });

  it('does not take what it read as Markdown for plain text', () => {
    const text = 'Norvik employs 1,*3*00 people.';
    const markdown = checkDraft(text, exampleFacts, OPTIONS);
    const plain = checkDraft(text, exampleFacts, { ...OPTIONS, language: 'plaintext' }, markdown);
    expect(markdown.figures.map(({ figure }) => figure.surface)).toEqual(['1,*3*00']);
    expect(plain.figures.map(({ figure }) => figure.surface)).not.toContain('1,*3*00');
    expect(plain.work.blocksRead).toBe(1);
  });

  it('keeps its place where an edit has moved a block, or left its length alone', () => {
    const reading = checkDraft(SHORT, exampleFacts, OPTIONS);
    const edits = [
      SHORT.replace('\n\n', '\n\n\n\n'),
      `Norvik.\n\n${SHORT}`,
      SHORT.replace('Norvik', 'Halden'),
      SHORT.replaceAll('harbour 1', 'harbour 7'),
      SHORT.slice(SHORT.indexOf('\n\n', 300) + 2),
    ];
    for (const text of edits) {
      const again = checkDraft(text, exampleFacts, OPTIONS, reading);
      expect(saidIn(again)).toEqual(saidIn(checkDraft(text, exampleFacts, OPTIONS)));
    }
  });

  it('takes a reading of another language, or of another draft, for what it is', () => {
    const plain = checkDraft(
      '# Norvik\n\nIt employs 1,300 people.',
      exampleFacts,
      { language: 'plaintext' },
      first,
    );
    const fresh = checkDraft(plain.text, exampleFacts, { language: 'plaintext' });
    expect(saidIn(plain)).toEqual(saidIn(fresh));
  });
});
