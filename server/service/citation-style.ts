/** How a source is cited: in a note at the end, by a link around the figure (its address there or at the end), or in brackets. */
export type CitationStyle = 'footnote' | 'link' | 'reference' | 'parenthesis';

/** The styles as settings spell them, the default first. */
export const citationStyles: readonly CitationStyle[] = [
  'footnote',
  'link',
  'reference',
  'parenthesis',
];
