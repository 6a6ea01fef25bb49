import type { PackFile } from './fact-base.ts';

/** By the data object of a file: unchanged data is not read again. */
const known = new WeakMap<object, string>();

/** Equal content gives an equal digest, on any machine. */
export function digestOfPacks(files: readonly PackFile[]): string {
  return digestOf(files.map(({ data }) => digestOfData(data)).join());
}

/** The digest of what one file holds. */
export function digestOfData(data: unknown): string {
  if (typeof data !== 'object' || data === null) return digestOf(JSON.stringify(data) ?? '');
  const digest = known.get(data) ?? digestOf(JSON.stringify(data));
  known.set(data, digest);
  return digest;
}

/** Keep the digest of data that was reckoned elsewhere. */
export function keepDigest(data: object, digest: string): void {
  known.set(data, digest);
}

/** Two FNV-1a hashes of 32 bits side by side, the second from another start and over rotated code units. */
function digestOf(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, FNV_PRIME);
    other = Math.imul(((other << 5) | (other >>> 27)) ^ unit, FNV_PRIME);
  }
  return [one, other].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}

const FNV_PRIME = 0x01000193;
