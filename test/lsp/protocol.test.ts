import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Diagnostic, DiagnosticSeverity, MarkupContent } from 'vscode-languageserver/node';
import {
  applied,
  editsOf,
  marked,
  rangeOf,
  rightValues,
  textAt,
  withRightValues,
  wrongDraft,
  wrongValues,
} from './drafts.ts';
import { pullingClient, pushedClient, type RunningServer, startServer } from './start-server.ts';

/** One server for the client that pulls and one for the client that is pushed to; each test has its own draft. */
let pulling: RunningServer;
let pushing: RunningServer;
let uri: string;
let drafts = 0;

beforeAll(async () => {
  pulling = await startServer({ capabilities: pullingClient });
  pushing = await startServer({ capabilities: pushedClient });
});

beforeEach(() => {
  drafts += 1;
  uri = `untitled:draft-${drafts}.md`;
});

afterAll(async () => {
  expect(await pulling.stop()).toBe(0);
  expect(await pushing.stop()).toBe(0);
});

describe('a client that pulls diagnostics', () => {
  it('is given the seven conflicts with source, code, severity and data', async () => {
    await pulling.open(uri, wrongDraft);
    const diagnostics = await pulling.pull(uri);
    expect(marked(wrongDraft, diagnostics)).toEqual(wrongValues);
    for (const { source, code, severity } of diagnostics) {
      expect({ source, code, severity }).toEqual({
        source: 'stet',
        code: 'conflict',
        severity: DiagnosticSeverity.Warning,
      });
    }
    expect(of(diagnostics, '$250bn').data).toEqual({
      statement: 'openai-oracle.value',
      slip: 'attribution',
    });
    expect(pulling.published.all.filter((one) => one.uri === uri)).toEqual([]);
  });

  it('is pointed to where the pack states the record', async () => {
    await pulling.open(uri, wrongDraft);
    const [related] = of(await pulling.pull(uri), '$40bn').relatedInformation ?? [];
    expect(related?.message).toContain('$38 billion');
    const pack = readFileSync(fileURLToPath(related?.location.uri ?? ''), 'utf8');
    const range = related?.location.range ?? rangeOf(pack, 'nothing');
    expect(textAt(pack, range)).toContain('id: openai-aws.value');
  });

  it('is told when nothing changed', async () => {
    await pulling.open(uri, wrongDraft);
    const { resultId } = await pulling.pullReport(uri);
    expect(await pulling.pullReport(uri, resultId)).toEqual({ kind: 'unchanged', resultId });
    await pulling.change(uri, 2, [{ range: rangeOf(wrongDraft, '$40bn'), text: '$38bn' }]);
    expect((await pulling.pullReport(uri, resultId)).kind).toBe('full');
  });

  it('sees an edit at once, and what follows it where it stands now', async () => {
    await pulling.open(uri, wrongDraft);
    await pulling.pull(uri);
    const edit = { range: rangeOf(wrongDraft, '$40bn'), text: 'modest $38bn' };
    await pulling.change(uri, 2, [edit]);
    const text = wrongDraft.replace('$40bn', 'modest $38bn');
    const left = wrongValues.filter((value) => value !== '$40bn');
    expect(marked(text, await pulling.pull(uri))).toEqual(left);
  });

  it('gets positions right in a text with CRLF and characters outside the BMP', async () => {
    const text = wrongDraft.replace('OpenAI signed', '🧠 OpenAI signed').replaceAll('\n', '\r\n');
    await pulling.open(uri, text);
    expect(marked(text, await pulling.pull(uri))).toEqual(wrongValues);
  });

  it('is told the counts of every draft that it pulls', async () => {
    await pulling.open(uri, wrongDraft);
    await pulling.pull(uri);
    const status = await pulling.statuses.first('The status', (one) => one.uri === uri);
    expect(status).toMatchObject({ version: 1, counts: { conflict: 7 }, reason: null, notes: [] });
  });
});

describe('hovering', () => {
  it('shows the citation card of the figure', async () => {
    await pulling.open(uri, wrongDraft);
    const range = rangeOf(wrongDraft, '$40bn');
    const hover = await pulling.hover(uri, range.start);
    const card = MarkupContent.is(hover?.contents) ? hover.contents : undefined;
    expect(card?.kind).toBe('markdown');
    expect(card?.value).toContain('**Conflict**');
    expect(card?.value).toContain('**$38 billion**');
    expect(card?.value).toMatch(/line \d+: “/);
    expect(hover?.range).toEqual(range);
  });

  it('is plain text for a client without Markdown', async () => {
    await pushing.open(uri, wrongDraft);
    const hover = await pushing.hover(uri, rangeOf(wrongDraft, '$40bn').end);
    const card = MarkupContent.is(hover?.contents) ? hover.contents : undefined;
    expect(card?.kind).toBe('plaintext');
    expect(card?.value).toContain('the record says $38 billion');
    expect(card?.value).not.toContain('**');
  });

  it('shows nothing where no claim is', async () => {
    await pulling.open(uri, wrongDraft);
    expect(await pulling.hover(uri, rangeOf(wrongDraft, 'signed').start)).toBeNull();
  });
});

describe('code actions', () => {
  it('correct each figure, and the corrected draft has no finding', async () => {
    await pulling.open(uri, wrongDraft);
    for (const [index, wrong] of wrongValues.entries()) {
      const [correct] = await pulling.actions(uri, rangeOf(wrongDraft, wrong));
      expect(correct).toMatchObject({ kind: 'quickfix.stet.correct', isPreferred: true });
      expect(applied(wrongDraft, correct)).toBe(
        wrongDraft.replace(wrong, rightValues[index] ?? ''),
      );
    }
    const [all] = await pulling.actions(uri, rangeOf(wrongDraft, 'title'), {
      only: ['source.fixAll.stet'],
    });
    const right = applied(wrongDraft, all);
    expect(right).toBe(withRightValues);
    await pulling.change(uri, 2, [{ text: right }]);
    expect(await pulling.pull(uri)).toEqual([]);
  });

  it('carry the version of the draft for clients that check it', async () => {
    await pulling.open(uri, wrongDraft);
    await pulling.change(uri, 5, [{ text: wrongDraft }]);
    const [correct] = await pulling.actions(uri, rangeOf(wrongDraft, '$40bn'));
    expect(correct?.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 5 } }]);
  });

  it('are plain changes for clients that do not', async () => {
    await pushing.open(uri, wrongDraft);
    const [correct] = await pushing.actions(uri, rangeOf(wrongDraft, '$40bn'));
    expect(correct?.edit?.documentChanges).toBeUndefined();
    expect(correct && editsOf(correct)).toMatchObject([{ newText: '$38bn' }]);
  });

  it('are of the kinds that were asked for', async () => {
    await pulling.open(uri, wrongDraft);
    const range = rangeOf(wrongDraft, '$40bn');
    const kinds = async (...only: string[]) =>
      (await pulling.actions(uri, range, { only })).map(({ kind }) => kind);
    expect(await kinds('quickfix')).toEqual([
      'quickfix.stet.correct',
      'quickfix.stet.suppress',
      'quickfix.stet.cite',
    ]);
    expect(await kinds('quickfix.stet.suppress')).toEqual(['quickfix.stet.suppress']);
    expect(await kinds('source.fixAll')).toEqual(['source.fixAll.stet']);
    expect(await kinds('source')).toEqual(['source.fixAll.stet']);
    expect(await kinds('refactor')).toEqual([]);
    expect(await kinds('quick')).toEqual([]);
  });

  it('name the diagnostics they take away, and keep to those the client names', async () => {
    await pulling.open(uri, wrongDraft);
    const diagnostics = await pulling.pull(uri);
    const wanted = of(diagnostics, '$40bn');
    const sentence = rangeOf(wrongDraft, 'a five-year, $40bn deal');
    const both = await pulling.actions(uri, sentence, { only: ['quickfix.stet.correct'] });
    expect(both).toHaveLength(2);
    const one = await pulling.actions(uri, sentence, {
      only: ['quickfix.stet.correct'],
      diagnostics: [wanted],
    });
    expect(one).toHaveLength(1);
    expect(one[0]?.diagnostics).toEqual([wanted]);
  });

  it('let a figure stand by a comment that names the statement, and only that figure', async () => {
    await pulling.open(uri, wrongDraft);
    const actions = await pulling.actions(uri, rangeOf(wrongDraft, '$40bn'));
    const suppress = actions.find(({ kind }) => kind === 'quickfix.stet.suppress');
    const text = applied(wrongDraft, suppress);
    expect(text).toContain('\n\n<!-- stet openai-aws.value: checked with … -->\nOpenAI signed');
    await pulling.change(uri, 2, [{ text }]);
    const left = wrongValues.filter((value) => value !== '$40bn');
    expect(marked(text, await pulling.pull(uri))).toEqual(left);
  });

  it('are none where nothing is found', async () => {
    await pulling.open(uri, wrongDraft);
    expect(await pulling.actions(uri, rangeOf(wrongDraft, 'signed'))).toEqual([]);
  });
});

describe('a client that diagnostics are pushed to', () => {
  it('is sent the seven conflicts, and is offered no pull', async () => {
    expect(pushing.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await pushing.open(uri, wrongDraft);
    const { diagnostics } = await pushing.published.first('Diagnostics', (one) => one.uri === uri);
    expect(marked(wrongDraft, diagnostics)).toEqual(wrongValues);
  });

  it('is sent one set for a burst of typing, of the last version', async () => {
    await pushing.open(uri, wrongDraft);
    await pushed(1);
    const end = rangeOf(wrongDraft, 'Azure $300bn.').end;
    for (let version = 2; version <= 12; version++) {
      await pushing.change(uri, version, [{ range: { start: end, end }, text: 'x' }]);
    }
    await pushed(12);
    const ofDraft = pushing.published.all.filter((one) => one.uri === uri);
    expect(ofDraft.map(({ version }) => version)).toEqual([1, 12]);
  });

  it('has its diagnostics cleared when the draft is closed', async () => {
    await pushing.open(uri, wrongDraft);
    await pushed(1);
    await pushing.close(uri);
    expect(await pushed(undefined)).toEqual({ uri, diagnostics: [] });
  });
});

describe('what no client should send', () => {
  it('is answered with nothing, and the server goes on', async () => {
    await pulling.open(uri, wrongDraft);
    const nowhere = { line: 9_999, character: 9_999 };
    expect(await pulling.hover('file:///no/such/draft.md', { line: 0, character: 0 })).toBeNull();
    expect(await pulling.hover('not a uri', { line: 0, character: 0 })).toBeNull();
    expect(await pulling.hover(uri, nowhere)).toBeNull();
    expect(await pulling.actions(uri, { start: nowhere, end: { line: 0, character: 0 } })).toEqual(
      [],
    );
    expect(await pulling.pull('file:///no/such/draft.md')).toEqual([]);
    expect(await pulling.connection.sendRequest('textDocument/hover', {})).toBeNull();
    expect(await pulling.connection.sendRequest('textDocument/codeAction', {})).toEqual([]);
    await pulling.logs.first('The failure', (line) => line.startsWith('Hover failed (no document'));
    await pulling.change('file:///no/such/draft.md', 2, [{ text: 'x' }]);
    await pulling.close('file:///no/such/draft.md');
    await pulling.configure('nonsense');
    expect(await pulling.pull(uri)).toHaveLength(7);
  });

  it('does not stop it when it is text that is no prose', async () => {
    const texts = [
      '',
      '\0\0',
      '\ud800 $40bn',
      '$'.repeat(5_000),
      '| '.repeat(2_000),
      '---\n---\n---',
    ];
    for (const [index, text] of texts.entries()) {
      await pulling.open(`untitled:${index}`, text);
      expect(await pulling.pull(`untitled:${index}`)).toEqual([]);
    }
  });
});

/** The diagnostics pushed for one version of the draft, or those without a version. */
function pushed(version: number | undefined) {
  return pushing.published.first(
    `Version ${version}`,
    (one) => one.uri === uri && one.version === version,
  );
}

/** The diagnostic of one of the wrong figures. */
function of(diagnostics: readonly Diagnostic[], figure: string): Diagnostic {
  const found = diagnostics.find(({ range }) => textAt(wrongDraft, range) === figure);
  if (found === undefined) throw new Error(`No diagnostic marks ${figure}`);
  return found;
}
