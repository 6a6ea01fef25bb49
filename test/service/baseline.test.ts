import { describe, expect, it } from 'vitest';
import {
  type BaselineEntry,
  baselineEntry,
  countVerdicts,
  type DraftSnapshot,
  takeSnapshot,
  updateBaseline,
  withBaseline,
} from '../../server/service/index.ts';
import { exampleFacts } from '../core/example-packs.ts';

const STAFF = 'Norvik employs 1,300 people.';
const VALUE = 'Norvik is valued at $600 million.';
const path = 'notes/a.txt';

function read(text: string): DraftSnapshot {
  return takeSnapshot({ version: 1, text, options: { language: 'plaintext' } }, exampleFacts);
}

/** The baseline of a draft as it is: an entry for each of its findings. */
function baselineOf(text: string): readonly BaselineEntry[] {
  const draft = read(text);
  return draft.reading.claims.map((claim) => baselineEntry(claim, draft, path, 'so'));
}

/** The figures of a draft that do not stand by a baseline. */
function left(text: string, entries: readonly BaselineEntry[]): readonly string[] {
  const { claims } = withBaseline(read(text), entries).draft.reading;
  return claims.filter(({ suppressed }) => suppressed === null).map((claim) => claim.text);
}

describe('baselineEntry()', () => {
  it('says what the finding is about, on one line', () => {
    const draft = read('Norvik is valued at $600\n  million.');
    const [claim] = draft.reading.claims;
    expect(claim && baselineEntry(claim, draft, path, ' the desk\nsays so ')).toEqual({
      path,
      statement: 'norvik.valuation',
      text: '$600 million',
      sentence: expect.stringMatching(/^[0-9a-f]{8}$/),
      reason: 'the desk says so',
    });
  });
});

describe('withBaseline()', () => {
  it('lets findings stand with their reason, and says by which entries', () => {
    const [staff, ...others] = baselineOf(STAFF);
    expect(others).toEqual([]);
    const { draft, used } = withBaseline(read(`${STAFF} ${VALUE}`), baselineOf(STAFF));
    expect(draft.reading.claims.map(({ suppressed }) => suppressed)).toEqual(['so', null]);
    expect([...used]).toEqual([staff]);
    expect([...(draft.baselined?.values() ?? [])]).toEqual([staff]);
    expect(countVerdicts(draft)).toMatchObject({ suppressed: 1, conflict: 1 });
  });

  it('knows a finding again wherever it moves to, and however its lines are wrapped', () => {
    const entries = baselineOf(STAFF);
    expect(left(`New.\r\n\r\nMore. Norvik\r\nemploys 1,300\r\npeople. End.`, entries)).toEqual([]);
  });

  it('does not know another figure, nor the same one of something else', () => {
    const entries = baselineOf(STAFF);
    expect(left('Norvik employs 1,400 people.', entries)).toEqual(['1,400']);
    expect(left('Halden employs 1,300 people.', entries)).toEqual(['1,300']);
  });

  it('goes on holding when the rest of the sentence is corrected', () => {
    const both = 'Norvik, valued at $600 million, employs 1,300 people.';
    const entries = baselineOf(both).filter(({ text }) => text === '1,300');
    expect(left(both.replace('600', '500'), entries)).toEqual(['$500 million']);
  });

  it('does not guess which of several findings in new sentences is meant', () => {
    const entries = baselineOf(STAFF);
    const two = 'Today Norvik employs 1,300 people. In all, Norvik employs 1,300 people.';
    expect(left(two, entries)).toEqual(['1,300', '1,300']);
    expect(left(`${STAFF} ${two}`, entries)).toEqual(['1,300', '1,300']);
    expect(left(`${STAFF}\n\n${STAFF}`, entries)).toEqual([]);
  });

  it('leaves what a comment lets stand to the comment', () => {
    const text = `<!-- stet: the comment -->\n${STAFF}`;
    const options = { language: 'markdown' } as const;
    const draft = takeSnapshot({ version: 1, text, options }, exampleFacts);
    const { draft: after, used } = withBaseline(draft, baselineOf(STAFF));
    expect(after.reading.claims.map(({ suppressed }) => suppressed)).toEqual(['the comment']);
    expect(used.size).toBe(0);
  });

  it('lets the figures be read as before', () => {
    const draft = read(`${VALUE} ${STAFF}`);
    const { draft: after } = withBaseline(draft, baselineOf(STAFF));
    expect(after.reading.figures).toEqual(draft.reading.figures);
    expect(after).toMatchObject({ version: 1, language: 'plaintext' });
  });

  it('of no entry is the draft itself', () => {
    const draft = read(STAFF);
    expect(withBaseline(draft, []).draft).toBe(draft);
    expect(withBaseline(draft, baselineOf(VALUE)).draft).toBe(draft);
  });
});

describe('updateBaseline()', () => {
  const update = (
    text: string,
    entries: readonly BaselineEntry[],
    gone: readonly string[] = [],
    name = path,
  ) =>
    updateBaseline(
      entries,
      [{ ...withBaseline(read(text), entries), path: name }],
      (one) => gone.includes(one),
      'new',
    );

  it('adds what is found, in an order that does not depend on the drafts', () => {
    const there = update(`${STAFF} ${VALUE}`, []);
    const back = update(`${VALUE} ${STAFF}`, []);
    expect(there.entries).toEqual(back.entries);
    expect(there).toMatchObject({ added: 2, dropped: 0 });
    expect(there.entries.map(({ statement, reason }) => [statement, reason])).toEqual([
      ['norvik.staff', 'new'],
      ['norvik.valuation', 'new'],
    ]);
  });

  it('changes nothing where nothing has changed', () => {
    const { entries } = update(`${STAFF} ${VALUE}`, []);
    const again = update(`${STAFF} ${VALUE}`, entries);
    expect(again).toEqual({ entries, added: 0, dropped: 0 });
  });

  it('keeps reasons, drops what is of no use, and leaves other drafts alone', () => {
    const [staff] = baselineOf(STAFF);
    const other = { ...baselineOf(VALUE)[0], path: 'other.txt' } as BaselineEntry;
    const gone = { ...other, path: 'gone.txt' };
    const entries = [...baselineOf(`${STAFF} ${VALUE}`), other, gone];
    const updated = update(STAFF, entries, ['gone.txt']);
    expect(updated).toEqual({ entries: [staff, other], added: 0, dropped: 2 });
  });

  it('follows a finding into its new sentence, and a draft to its new name', () => {
    const [staff] = baselineOf(STAFF);
    const moved = update('Today Norvik employs 1,300 people.', baselineOf(STAFF));
    expect(moved).toMatchObject({ added: 0, dropped: 0, entries: [{ reason: 'so' }] });
    expect(moved.entries[0]?.sentence).not.toBe(staff?.sentence);
    const renamed = update(STAFF, baselineOf(STAFF), [path], 'b.txt');
    expect(renamed.entries).toEqual([{ ...staff, path: 'b.txt' }]);
  });

  it('has a finding in a repeated sentence once', () => {
    expect(update(`${STAFF}\n\n${STAFF}`, []).entries).toHaveLength(1);
  });
});
