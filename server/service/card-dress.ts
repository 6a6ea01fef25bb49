/** How a card is written: every function takes plain text and gives marked-up text. */
export interface CardDress {
  text(words: string): string;
  bold(words: string): string;
  italic(words: string): string;
  /** The items are marked up already. */
  list(items: readonly string[]): string;
  /** The cells are marked up already. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): string;
  paragraphs(parts: readonly string[]): string;
}

/** GitHub's Markdown, as editors show it in a hover. */
export const markdownDress: CardDress = {
  text: escapeMarkdown,
  bold: (words) => `**${escapeMarkdown(words)}**`,
  italic: (words) => `*${escapeMarkdown(words)}*`,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  table: (head, rows) =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  paragraphs: (parts) => parts.join('\n\n'),
};

/** Text without any mark-up, for editors that show none. */
export const plainDress: CardDress = {
  text: (words) => words,
  bold: (words) => words,
  italic: (words) => `“${words}”`,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  table: (_head, rows) =>
    rows.map((cells) => `- ${cells.filter((cell) => cell !== '').join(' · ')}`).join('\n'),
  paragraphs: (parts) => parts.join('\n\n'),
};

/**
 * Show words of a pack or a draft as they are, whatever they hold.
 * `~` and `|` belong to GitHub's Markdown; a line end would end a list item or a table row.
 */
function escapeMarkdown(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}
