import type { Span } from '../core/text/span.ts';
import { isBeingWritten } from '../service/index.ts';

/** A writer who has not typed for so long is looking at the text, and is told what is wrong with it. */
const PAUSE_MS = 1_000;

/** Where a document is being written. */
interface Writing {
  /** UTF-16 code units of the document as it is now. */
  carets: readonly number[];
  /** When it was last edited, in milliseconds of `performance.now()`. */
  readonly editedAt: number;
  /** Spans that were not shown because of it; what they are taken from when nothing is held back any longer. */
  readonly heldBack: Span[];
  timer: NodeJS.Timeout | undefined;
}

/** The editor's side of what is held back. */
export interface HeldBackHost {
  /** The text of an open document as it is now. */
  textOf(uri: string): string | undefined;
  /** Something that was held back may be shown now. */
  onRelease(uri: string): void;
}

/**
 * Holds back what is said of a figure while it is being written: until the caret leaves it, something else is edited,
 * or the writer pauses. The place of the last edit stands for the caret, which no client has to tell.
 * Nothing is held back for good: whoever asks {@link isHeldBack} and hears yes is told when that ends.
 */
export class HeldBack {
  readonly #host: HeldBackHost;
  readonly #writings = new Map<string, Writing>();

  constructor(host: HeldBackHost) {
    this.#host = host;
  }

  /** A document was edited; `carets` are the ends of what was written. */
  edited(uri: string, carets: readonly number[]): void {
    this.forget(uri);
    if (carets.length === 0) return;
    this.#writings.set(uri, {
      carets,
      editedAt: performance.now(),
      heldBack: [],
      timer: undefined,
    });
  }

  /** The caret stands elsewhere, without an edit. */
  caretMoved(uri: string, caret: number): void {
    const writing = this.#writings.get(uri);
    if (writing === undefined) return;
    writing.carets = [caret];
    const text = this.#host.textOf(uri) ?? '';
    if (writing.heldBack.some((span) => !isBeingWritten(text, span, caret))) this.#release(uri);
  }

  /** Whether the figure at `span` of `text`, the document as it is now, is being written. */
  isHeldBack(uri: string, text: string, span: Span): boolean {
    const writing = this.#writings.get(uri);
    if (writing === undefined) return false;
    const left = writing.editedAt + PAUSE_MS - performance.now();
    if (left <= 0 || !writing.carets.some((caret) => isBeingWritten(text, span, caret))) {
      return false;
    }
    writing.heldBack.push(span);
    writing.timer ??= setTimeout(() => this.#release(uri), left);
    return true;
  }

  /** A document was closed. */
  forget(uri: string): void {
    clearTimeout(this.#writings.get(uri)?.timer);
    this.#writings.delete(uri);
  }

  dispose(): void {
    for (const uri of this.#writings.keys()) this.forget(uri);
  }

  #release(uri: string): void {
    this.forget(uri);
    this.#host.onRelease(uri);
  }
}
