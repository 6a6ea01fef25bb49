import { pathOfUri } from './file-uri.ts';

/** The drafts that their writer does not want checked for now. The client remembers them; this is its session's copy. */
export class PausedDrafts {
  #keys: ReadonlySet<string>;

  constructor(uris: readonly string[]) {
    this.#keys = new Set(uris.map(keyOf));
  }

  has(uri: string): boolean {
    return this.#keys.has(keyOf(uri));
  }

  replace(uris: readonly string[]): void {
    this.#keys = new Set(uris.map(keyOf));
  }
}

/** A file may be spelt in several ways as a URI. */
function keyOf(uri: string): string {
  return pathOfUri(uri) ?? uri;
}
