/** How a card is written: every function takes plain text and gives marked-up text, unless it says otherwise. */
export interface CardDress {
  text(words: string): string;
  bold(words: string): string;
  italic(words: string): string;
  /** `label` is marked up already. Without an address, and where the dress has no links, the label alone. */
  link(label: string, address: string | undefined): string;
  /** The items are marked up already. */
  list(items: readonly string[]): string;
  /** The cells are marked up already. A column without anything in it is left out. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): string;
  /** One below the other, closer than paragraphs. They are marked up already. */
  lines(parts: readonly string[]): string;
  paragraphs(parts: readonly string[]): string;
}

/** GitHub's Markdown, as editors show it in a hover. */
export const markdownDress: CardDress = {
  text: escapeMarkdown,
  bold: (words) => `**${escapeMarkdown(words)}**`,
  italic: (words) => `*${escapeMarkdown(words)}*`,
  link: (label, address) => (address === undefined ? label : `[${label}](${bare(address)})`),
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  table(head, rows) {
    const isUsed = head.map((_, column) => rows.some((cells) => cells[column] !== ''));
    const shown = [head, head.map(() => '---'), ...rows];
    return shown
      .map((cells) => `| ${cells.filter((_, column) => isUsed[column]).join(' | ')} |`)
      .join('\n');
  },
  lines: (parts) => parts.join('  \n'), // two spaces: a break within the paragraph
  paragraphs: (parts) => parts.join('\n\n'),
};

/** Text without any mark-up, for editors that show none. */
export const plainDress: CardDress = {
  text: (words) => words,
  bold: (words) => words,
  italic: (words) => `“${words}”`,
  link: (label) => label,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  table: (_head, rows) =>
    rows.map((cells) => `- ${cells.filter((cell) => cell !== '').join(' · ')}`).join('\n'),
  lines: (parts) => parts.join('\n'),
  paragraphs: (parts) => parts.join('\n\n'),
};

/**
 * Show words of a pack or a draft as they are, whatever they hold.
 * `~` and `|` belong to GitHub's Markdown; a line end would end a list item or a table row.
 */
function escapeMarkdown(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

/** An address without what would end it, or the cell that it stands in. */
function bare(address: string): string {
  return address.replace(/[\s()<>|\\]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
