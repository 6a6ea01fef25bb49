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
  const tree = parse(body, fragments);
  // Nested deeper than the parser can go, it is no markup that anyone reads: its lines are.
  if (!tree) return { ...readPlainText(text), language };
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

/** The syntax tree, or undefined where emphasis or links are nested so deep that the parser runs out of stack. */
function parse(body: string, fragments: readonly TreeFragment[] | undefined): Tree | undefined {
  try {
    return markdown.parse(body, fragments);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function fragmentsFor(previous: Outline, tree: Tree, body: string): readonly TreeFragment[] {
  const before = previous.text.slice(previous.bodyStart);
  const change = changedRange(before, body);
  const fragments = TreeFragment.addTree(tree);
  return change ? TreeFragment.applyChanges(fragments, [change]) : fragments;
}

/** Field by field: an outline is made anew with every keystroke, and a spread costs more than all its fields. */
function place(
  kind: BlockKind,
  span: Span,
  { level = 0, header = null, listDepth = 0 }: Partial<BlockPlace> = NOTHING_MORE,
): BlockPlace {
  return { kind, span, level, header, listDepth };
}

const NOTHING_MORE: Partial<BlockPlace> = {};

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
function readPlainText(text: string): Outline {
  const blocks: BlockPlace[] = [];
  for (const lines of paragraphsOf(text)) {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) continue;
    const isWrapped = lines.every(({ start, end }) => end - start <= WRAPPED);
    const spans = isWrapped ? [{ start: first.start, end: last.end }] : lines;
    for (const span of spans) blocks.push(place('paragraph', span));
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

/** The lines of each paragraph, blank lines and line ends left out. */
function paragraphsOf(text: string): readonly (readonly Span[])[] {
  const paragraphs: Span[][] = [[]];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end).trimEnd();
    if (line === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push({ start, end: start + line.length });
    start = end + 1;
  }
  return paragraphs;
}
