import type { BlockKind } from '../core/prose/block.ts';
import { type Span, touches } from '../core/text/span.ts';
import { outlineOf } from './draft-outline.ts';
import type { DraftSnapshot } from './draft-store.ts';

/** The piece of a draft that is read as one: a paragraph, a heading, a list item, a table row. */
export interface DraftBlock {
  readonly kind: BlockKind;
  /** UTF-16 code units of the draft. */
  readonly span: Span;
}

/**
 * The block at `offset`; `undefined` where nothing is read: in code, comments and most of the front matter.
 * Offsets: UTF-16 code units of the draft; the end of a block counts as inside.
 */
export function blockAt(draft: DraftSnapshot, offset: number): DraftBlock | undefined {
  const { blocks } = outlineOf(draft);
  const found = blocks.find(({ span }) => touches(span, offset));
  return found && { kind: found.kind, span: found.span };
}
