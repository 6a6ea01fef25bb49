import { type SyntaxNodeRef, type Tree, TreeFragment } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { changedRange } from '../text/changed-range.ts';
import type { Span } from '../text/span.ts';
import type { BlockKind, BlockPlace } from './block.ts';
import { readFrontMatter } from './front-matter.ts';

/** The markup languages that drafts are written in. */
export type DraftLanguage = 'markdown' | 'plaintext';

/** The blocks of a draft in its order, with what the next edit needs to read only what it changed. */
export interface Outline {
  readonly text: string;
  readonly language: DraftLanguage;
  readonly blocks: readonly BlockPlace[];
  /** HTML comments that stand as blocks of their own. */
  readonly comments: readonly Span[];
  /** `date` of the front matter as written; null where there is none. */
  readonly date: string | null;
  /** The syntax tree of the body, which begins at `bodyStart`; null for plain text. */
  readonly tree: Tree | null;
  readonly bodyStart: number;
}

const markdown = parser.configure([GFM]);

/**
 * Find the blocks of a draft. With the outline of an earlier text of the same draft only the changed part is parsed
 * again; the result is the same.
 * Offsets: UTF-16 code units of `text`.
 */
export function readOutline(text: string, language: DraftLanguage, previous?: Outline): Outline {
  if (language === 'plaintext') return readPlainText(text);
  const matter = readFrontMatter(text);
  const body = text.slice(matter.end);
  const fragments = previous?.tree ? fragmentsFor(previous, previous.tree, body) : undefined;
  const tree = markdown.parse(body, fragments);
  const matterBlocks = matter.texts.map((span) => place('front-matter', span));
  const { blocks, comments } = listBlocks(tree, matter.end);
  return {
    text,
    language,
    blocks: [...matterBlocks, ...blocks],
    comments,
    date: matter.date,
    tree,
    bodyStart: matter.end,
  };
}

function fragmentsFor(previous: Outline, tree: Tree, body: string): readonly TreeFragment[] {
  const before = previous.text.slice(previous.bodyStart);
  const change = changedRange(before, body);
  const fragments = TreeFragment.addTree(tree);
  return change ? TreeFragment.applyChanges(fragments, [change]) : fragments;
}

function place(kind: BlockKind, span: Span, more: Partial<BlockPlace> = {}): BlockPlace {
  return { kind, span, level: 0, header: null, listDepth: 0, ...more };
}

function listBlocks(
  tree: Tree,
  offset: number,
): { blocks: readonly BlockPlace[]; comments: readonly Span[] } {
  const blocks: BlockPlace[] = [];
  const comments: Span[] = [];
  let listDepth = 0;
  let header: Span | null = null;
  const spanOf = ({ from, to }: SyntaxNodeRef): Span => ({
    start: from + offset,
    end: to + offset,
  });
  tree.iterate({
    enter(node) {
      const { name } = node;
      if (name === 'ListItem') listDepth++;
      else if (name === 'Paragraph' || name === 'Task') {
        blocks.push(place(listDepth > 0 ? 'list-item' : 'paragraph', spanOf(node), { listDepth }));
        return false;
      } else if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) {
        blocks.push(place('heading', spanOf(node), { level: Number(name.at(-1)) || 1 }));
        return false;
      } else if (name === 'TableHeader') {
        header = spanOf(node);
        blocks.push(place('table-row', header));
        return false;
      } else if (name === 'TableRow') {
        blocks.push(place('table-row', spanOf(node), { header }));
        return false;
      } else if (name === 'CommentBlock') comments.push(spanOf(node));
      return !UNREAD.has(name);
    },
    leave({ name }) {
      if (name === 'ListItem') listDepth--;
    },
  });
  return { blocks, comments };
}

const UNREAD: ReadonlySet<string> = new Set([
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'LinkReference',
]);

/** Longer lines than this are paragraphs of their own: nothing wrapped them. */
const WRAPPED = 120;

/** Paragraphs between blank lines, or single lines where any of them is too long to have been wrapped. */
const PARAGRAPH = /[^\r\n]*\S[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*/g;

function readPlainText(text: string): Outline {
  const blocks: BlockPlace[] = [];
  for (const match of text.matchAll(PARAGRAPH)) {
    const [paragraph] = match;
    const isWrapped = paragraph.split('\n').every(({ length }) => length <= WRAPPED);
    for (const { index, 0: line } of isWrapped
      ? [{ index: 0, 0: paragraph }]
      : paragraph.matchAll(/[^\r\n]+/g)) {
      const start = match.index + index;
      blocks.push(place('paragraph', { start, end: start + line.length }));
    }
  }
  return {
    text,
    language: 'plaintext',
    blocks,
    comments: [],
    date: null,
    tree: null,
    bodyStart: 0,
  };
}
