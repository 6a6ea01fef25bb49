import { OPAQUE } from '../../../server/core/prose/block.ts';
import { readBlock } from '../../../server/core/prose/read-block.ts';
import { type DraftLanguage, readOutline } from '../../../server/core/prose/read-outline.ts';

/** The blocks of a draft, one a line: its kind, then its prose in bars; `¤` stands for what nobody reads. */
export function checkBlocks(text: string, language: DraftLanguage = 'markdown'): string {
  const outline = readOutline(text, language);
  return outline.blocks
    .map((place) => {
      const { kind, level, listDepth, header } = place;
      const prose = readBlock(outline, place).text.replaceAll(OPAQUE, '¤');
      const depth = level || listDepth || '';
      return `${kind}${depth}${header ? ' under a header' : ''} |${prose}|`;
    })
    .join('\n');
}
