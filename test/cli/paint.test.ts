import { describe, expect, it } from 'vitest';
import { canShowUnicode, createPaint, wantsColour } from '../../server/cli/paint.ts';

describe('wantsColour()', () => {
  it.each([
    ['on a terminal', {}, true, true],
    ['in a pipe', {}, false, false],
    ['with NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['with an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['with FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
    ['with FORCE_COLOR over NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['on a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('%s', (_, env, isTerminal, expected) => {
    expect(wantsColour(env, isTerminal)).toBe(expected);
  });
});

describe('canShowUnicode()', () => {
  it.each([
    ['a plain Linux terminal', { TERM: 'xterm', LANG: 'en_GB.UTF-8' }, 'linux', true],
    ['no locale at all', {}, 'linux', true],
    ['the C locale', { LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, 'linux', false],
    ['the Linux console', { TERM: 'linux' }, 'linux', false],
    ['an old Windows console', {}, 'win32', false],
    ['Windows Terminal', { WT_SESSION: 'x' }, 'win32', true],
  ])('%s', (_, env, platform, expected) => {
    expect(canShowUnicode(env, platform)).toBe(expected);
  });
});

describe('createPaint()', () => {
  it('leaves text alone without colour', () => {
    expect(createPaint({ colour: false, unicode: true }).red('text')).toBe('text');
  });

  it('closes what it opens', () => {
    expect(createPaint({ colour: true, unicode: true }).red('text')).toBe(
      '\u001b[31mtext\u001b[39m',
    );
  });
});
