import { describe, expect, it } from 'vitest';
import { cursorAt } from '../../server/host/pack-cursor.ts';

const statement = 'statements:\n  - id: a\n    subject: b\n';

describe('cursorAt()', () => {
  it.each([
    [`${statement}    property: |\n    value: x\n`, 'value statements.0.property'],
    [`${statement}    property:|\n    value: x\n`, 'value statements.0.property'],
    [`${statement}    property: val|ue\n`, 'value statements.0.property'],
    [`${statement}    property: "val|"\n`, 'value statements.0.property'],
    [`${statement}    pro|\n    value: x\n`, 'key statements.0'],
    [`${statement}    |\n    value: x\n`, 'key statements.0'],
    [`${statement}    |`, 'key statements.0'],
    [
      `${statement}    references:\n      - { source: | }\n`,
      'value statements.0.references.0.source',
    ],
    [
      `${statement}    references:\n      - { source: |\n    time: 2025\n`,
      'value statements.0.references.0.source',
    ],
    [`${statement}    references:\n      - { source: a, li| }\n`, 'key statements.0.references.0'],
    [`${statement}    references:\n      - |\n`, 'key statements.0.references.0'],
    [`${statement}    references:\n      |\n`, 'value statements.0.references'],
    [`${statement}    qualifiers: { | }\n`, 'key statements.0.qualifiers'],
    [`${statement}    qualifiers:\n      by: |\n`, 'value statements.0.qualifiers.by'],
    [`${statement}    value: "open\n    property: |\n`, 'none'],
    [`${statement}  |\n`, 'value statements'],
    ['statements:\n- |\n', 'key statements.0'],
    ['entities:\n  a:\n    |\n', 'key entities.a'],
    ['entities:\n  a: { type: com|, name: A }\n', 'value entities.a.type'],
    ['entities:\n  a:\n    parties: [b, |]\n', 'value entities.a.parties.1'],
    ['entities:\n  a:\n    parties:\n      - b|\n', 'value entities.a.parties.0'],
    ['entities:\n  a:\n    aliases: [}\n  b:\n    type: |\n', 'value entities.b.type'],
    ['{ "entities": { "a": { "type": "|" } } }', 'value entities.a.type'],
    ['ent|', 'key '],
    ['pack: a\n|', 'key '],
    ['|', 'key '],
    [`${statement}    # property: |\n`, 'none'],
    [`${statement}    property: value # |\n`, 'none'],
  ])('reads %j', (marked, expected) => {
    const { cursor } = read(marked);
    expect(cursor ? `${cursor.role} ${cursor.path.join('.')}` : 'none').toBe(expected);
  });

  it.each([
    [`${statement}    property: val|ue # words\n`, 'value'],
    [`${statement}    property: "val|ue"\n`, 'value'],
    [`${statement}    property:|\n`, ''],
    [`${statement}    prop|erty: value\n`, 'property'],
    [`${statement}    references: [{ source: a|b, line: 1 }]\r\n`, 'ab'],
  ])('replaces what is written of the word in %j', (marked, word) => {
    const { cursor, text } = read(marked);
    expect(cursor && text.slice(cursor.span.start, cursor.span.end)).toBe(word);
  });

  it('tells what a completion needs around it', () => {
    expect(read(`${statement}    property:|\n`).cursor).toMatchObject({ lead: ' ' });
    expect(read(`${statement}    pro|: x\n`).cursor).toMatchObject({
      hasColon: true,
      typed: 'pro',
    });
    expect(read(`${statement}    pro|\n`).cursor).toMatchObject({
      hasColon: false,
      siblings: ['id', 'subject'],
      isInFlow: false,
    });
    expect(read('entities:\n  a: { "b]": [{x: 1}], type: | }\n').cursor?.isInFlow).toBe(true);
    expect(read('entities:\n  a: { b: 1 }\n  c:\n    type: |\n').cursor?.isInFlow).toBe(false);
  });

  it('knows the values beside it', () => {
    const { cursor } = read('statements:\n  - property: |\n    subject: acme\n');
    expect(cursor?.entry.valueAt(['statements', 0, 'subject'])).toBe('acme');
  });

  it('never fails, wherever the cursor stands in whatever text', () => {
    const text = 'a: [}{\n\t- "x: &a *b\n? |\n  - {{{\n]] : !x\n---\n...\n%y\n\u0000\uD800';
    for (let at = 0; at <= text.length; at++) expect(() => cursorAt(text, at)).not.toThrow();
  });
});

function read(marked: string) {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return { text, cursor: cursorAt(text, at) };
}
