import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { indexLines } from '../core/text/line-map.ts';
import { fileIssue, type LocatedIssue, placeIssue } from './located-issue.ts';
import { placeIn } from './place-in.ts';

/** The text of a file, or why there is none. */
export type TextRead =
  | { readonly kind: 'text'; readonly text: string; readonly hasByteOrderMark: boolean }
  | { readonly kind: 'issue'; readonly issue: LocatedIssue };

const BYTES_PER_MEGABYTE = 1_000_000;

/**
 * Read a UTF-8 text file.
 * A byte order mark is no part of the text, as in an editor's buffer; whoever writes the file puts it back.
 * Errors: an issue for a missing, unreadable, too large, binary or wrongly encoded file.
 */
export async function readTextFile(file: string, maxBytes: number): Promise<TextRead> {
  const bytes = await readFileBytes(file, maxBytes);
  return bytes instanceof Uint8Array ? decodeText(file, bytes) : { kind: 'issue', issue: bytes };
}

/**
 * Read a file as it is.
 * Errors: an issue for a missing, unreadable or too large file.
 */
export async function readFileBytes(
  file: string,
  maxBytes: number,
): Promise<Uint8Array | LocatedIssue> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) {
      return fileIssue('is-a-folder', file, 'This is a folder; a file is needed here');
    }
    if (found.size > maxBytes) return tooLarge(file, maxBytes);
    return await collectBytes(createReadStream(file), file, maxBytes);
  } catch (error) {
    return unreadable(file, error);
  }
}

/** Decode the bytes of a file as UTF-8; `file` is the name that issues carry. */
export function decodeText(file: string, bytes: Uint8Array): TextRead {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return issue(fileIssue('not-utf-8', file, 'The file is UTF-16; save it as UTF-8'));
  }
  const hasByteOrderMark = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const text = decodeStrictly(bytes);
  // What is no text at all is no UTF-8 either as a rule, and saving it as UTF-8 would not help.
  const legible = text ?? new TextDecoder('utf-8').decode(bytes);
  const nul = legible.indexOf('\0');
  if (nul >= 0) return issue(binary(file, legible, nul));
  if (text === undefined) return issue(notUtf8(file, bytes));
  return { kind: 'text', text, hasByteOrderMark };
}

/**
 * Read a stream to its end: a pipe or a device has no size that could be asked for beforehand.
 * Errors: an issue under the name `file` where there is more than `maxBytes`; throws what the stream throws.
 */
export async function collectBytes(
  stream: AsyncIterable<Uint8Array | string>,
  file: string,
  maxBytes: number,
): Promise<Uint8Array | LocatedIssue> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) return tooLarge(file, maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** An issue for what the operating system answered when a file or folder was opened. */
export function unreadable(file: string, error: unknown): LocatedIssue {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return fileIssue('missing', file, 'No such file or folder');
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return fileIssue('unreadable', file, 'Permission to read it is denied');
  }
  const detail = error instanceof Error ? error.message : String(error);
  return fileIssue('unreadable', file, `It cannot be read: ${detail}`);
}

function tooLarge(file: string, maxBytes: number): LocatedIssue {
  const megabytes = Math.round(maxBytes / BYTES_PER_MEGABYTE);
  return fileIssue('too-large', file, `The file is too large; up to ${megabytes} MB are read`);
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notUtf8(file: string, bytes: Uint8Array): LocatedIssue {
  const valid = validPrefix(bytes);
  const byte = bytes[valid.bytes] ?? 0;
  const lines = indexLines(valid.text);
  const place = placeIn(file, lines, { start: valid.text.length, end: valid.text.length });
  const hex = byte.toString(16).padStart(2, '0');
  return placeIssue('not-utf-8', place, `Byte 0x${hex} is not UTF-8; save the file as UTF-8`);
}

/** The longest start of `bytes` that decodes, found by halving. */
function validPrefix(bytes: Uint8Array): { readonly text: string; readonly bytes: number } {
  let good = 0;
  let bad = bytes.length;
  const decodes = (end: number): boolean => {
    try {
      // `stream` lets a character be cut off at the end, which is not yet an error.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  const start = bytes.subarray(0, good);
  const text = new TextDecoder('utf-8').decode(start, { stream: true });
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(start, { stream: true });
  // A character that was cut off at the end is in neither, and its first byte is the one at fault.
  return { text, bytes: new TextEncoder().encode(whole).length };
}

function binary(file: string, text: string, nul: number): LocatedIssue {
  const place = placeIn(file, indexLines(text), { start: nul, end: nul + 1 });
  return placeIssue('binary', place, 'A NUL character stands here; this is not a text file');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function issue(located: LocatedIssue): TextRead {
  return { kind: 'issue', issue: located };
}
