import { collectBytes, decodeText, readTextFile, type TextRead } from './read-text-file.ts';

/** Above this a file is hardly a draft; checking it would only look like hanging. */
const MAX_DRAFT_BYTES = 20_000_000;

/**
 * Read a draft from disk.
 * Offsets into its text do not count a byte order mark.
 * Errors: an issue for a file that is missing, unreadable, not UTF-8, binary or larger than 20 MB.
 */
export function readDraft(file: string): Promise<TextRead> {
  return readTextFile(file, MAX_DRAFT_BYTES);
}

/** Read a draft from a stream, such as standard input; `name` is what its issues are reported under. */
export async function readDraftStream(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
): Promise<TextRead> {
  const bytes = await collectBytes(stream, name, MAX_DRAFT_BYTES);
  return bytes instanceof Uint8Array ? decodeText(name, bytes) : { kind: 'issue', issue: bytes };
}
