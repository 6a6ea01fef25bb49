import { describe, expect, it } from 'vitest';
import { DraftStore, takeSnapshot } from '../../server/service/index.ts';
import { saidIn } from '../core/said-in.ts';
import { factBase } from './hand-made.ts';

const paragraphs = Array.from(
  { length: 50 },
  (_, index) => `In chapter ${index} the Acme Widgets deal is worth $${index} billion.`,
);
const text = paragraphs.join('\n\n');
const edited = text.replace('In chapter 7', 'In the seventh chapter');
const options = { language: 'markdown' } as const;
const facts = factBase();

describe('DraftStore', () => {
  it('reads again only what an edit touches, and the result is that of a fresh reading', () => {
    const store = new DraftStore();
    store.read('draft', { version: 1, text, options }, facts);
    const { version, reading } = store.read('draft', { version: 2, text: edited, options }, facts);
    expect(version).toBe(2);
    expect(reading.work).toMatchObject({ blocks: 50, blocksRead: 1 });
    const fresh = takeSnapshot({ version: 2, text: edited, options }, facts).reading;
    expect(saidIn(reading)).toEqual(saidIn(fresh));
  });

  it('gives the same reading for the same text, in the version asked for', () => {
    const store = new DraftStore();
    const first = store.read('draft', { version: 1, text, options }, facts);
    const second = store.read('draft', { version: 2, text, options }, facts);
    expect(second.reading).toBe(first.reading);
    expect(second.version).toBe(2);
  });

  it('keeps drafts apart, and forgets the closed', () => {
    const store = new DraftStore();
    store.read('one', { version: 1, text, options }, facts);
    const other = store.read('other', { version: 1, text: edited, options }, facts);
    expect(other.reading.work.blocksRead).toBe(50);
    store.forget('one');
    const again = store.read('one', { version: 1, text, options }, facts);
    expect(again.reading.work.blocksRead).toBe(50);
  });

  it('reads anew when the facts, the date or the language are others', () => {
    const store = new DraftStore();
    const first = store.read('draft', { version: 1, text, options }, facts);
    const later = { ...options, asOf: '2025-12-24' };
    const dated = store.read('draft', { version: 1, text, options: later }, facts);
    expect(dated.reading.asOf).toBe('2025-12-24');
    const plain = { ...later, language: 'plaintext' } as const;
    expect(store.read('draft', { version: 1, text, options: plain }, facts).language).toBe(
      'plaintext',
    );
    const others = { ...facts, revision: 'two' };
    const reread = store.read('draft', { version: 1, text, options }, others);
    expect(reread.facts).toBe(others);
    expect(reread.reading).not.toBe(first.reading);
  });
});
