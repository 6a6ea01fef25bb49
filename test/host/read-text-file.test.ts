import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readDraft, readDraftStream } from '../../server/host/read-draft.ts';
import { decodeText, readTextFile } from '../../server/host/read-text-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('decodeText()', () => {
  it('keeps a byte order mark out of the text', () => {
    const read = decodeText('a.md', Buffer.from('\ufeffOpen', 'utf8'));
    expect(read).toEqual({ kind: 'text', text: 'Open', hasByteOrderMark: true });
  });

  it('keeps line ends, tabs and astral characters as they are', () => {
    const text = 'a\r\nb\rc\td 𝄞 é';
    expect(decodeText('a.md', Buffer.from(text))).toMatchObject({ kind: 'text', text });
  });

  it('says where the first byte that is not UTF-8 stands', () => {
    const bytes = Buffer.concat([
      Buffer.from('één\nvijf '),
      Buffer.from([0x80]),
      Buffer.from(' bn'),
    ]);
    expect(decodeText('a.md', bytes)).toMatchObject({
      kind: 'issue',
      issue: {
        code: 'not-utf-8',
        position: { line: 2, column: 6 },
        message: 'Byte 0x80 is not UTF-8; save the file as UTF-8',
      },
    });
  });

  it.each([
    ['a character in Latin-1 before a letter', '\xefve', '0xef', 1],
    ['the start of a longer character', 'a\xe2\x82v', '0xe2', 2],
    ['the same after a byte order mark', '\xef\xbb\xbfa\xe2v', '0xe2', 2],
    ['a character that the file ends in', 'a \xe2\x82', '0xe2', 3],
  ])('names the byte at fault: %s', (_, latin, byte, column) => {
    expect(decodeText('a.md', Buffer.from(latin, 'latin1'))).toMatchObject({
      issue: {
        code: 'not-utf-8',
        position: { line: 1, column },
        message: `Byte ${byte} is not UTF-8; save the file as UTF-8`,
      },
    });
  });

  it.each([
    ['little', Buffer.from('\ufeffOpen', 'utf16le')],
    ['big', Buffer.from('\ufeffOpen', 'utf16le').swap16()],
  ])('recognises UTF-16, %s end first', (_, bytes) => {
    expect(decodeText('a.md', bytes)).toMatchObject({
      issue: { code: 'not-utf-8', message: 'The file is UTF-16; save it as UTF-8' },
    });
  });

  it('refuses a file with a NUL', () => {
    expect(decodeText('a.md', Buffer.from('a\nbc\0d'))).toMatchObject({
      issue: { code: 'binary', position: { line: 2, column: 3 } },
    });
  });

  it('says that a file is no text before it asks for UTF-8', () => {
    const picture = Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1');
    expect(decodeText('a.md', picture)).toMatchObject({ issue: { code: 'binary' } });
  });

  it('reads an empty file', () => {
    expect(decodeText('a.md', new Uint8Array())).toMatchObject({ kind: 'text', text: '' });
  });
});

describe('readTextFile()', () => {
  it('says that a folder is one', async () => {
    const folder = temporaryFolder();
    expect(await readTextFile(folder, 100)).toMatchObject({ issue: { code: 'is-a-folder' } });
  });

  it('refuses a file over the limit, and one at the limit is read', async () => {
    const folder = temporaryFolder({ 'a.md': 'x'.repeat(101), 'b.md': 'x'.repeat(100) });
    expect(await readTextFile(join(folder, 'a.md'), 100)).toMatchObject({
      issue: { code: 'too-large' },
    });
    expect(await readTextFile(join(folder, 'b.md'), 100)).toMatchObject({ kind: 'text' });
  });

  it('refuses a device that never ends', async () => {
    expect(await readTextFile('/dev/zero', 1_000_000)).toMatchObject({
      issue: { code: 'too-large' },
    });
  });
});

describe('readDraft()', () => {
  it('says that a file is missing', async () => {
    expect(await readDraft('/nowhere/a.md')).toMatchObject({
      issue: { code: 'missing', scope: 'file' },
    });
  });
});

describe('readDraftStream()', () => {
  it('puts a character together that was cut between chunks', async () => {
    const bytes = Buffer.from('£29bn');
    const stream = Readable.from([bytes.subarray(0, 1), bytes.subarray(1)]);
    expect(await readDraftStream(stream, '<stdin>')).toMatchObject({ kind: 'text', text: '£29bn' });
  });
});
