// Every ASCII sign may be escaped in Markdown, so none has to be understood. `$(` would be an icon.
const signs = /[!-/:-@[-`{-~]/g;

/** Text as Markdown that shows it as it is, with its spaces (`MarkdownString.appendText` joins words). */
export function escapeMarkdown(text: string): string {
  return text.replace(signs, '\\$&').replace(/\s+/g, ' ');
}
