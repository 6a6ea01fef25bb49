import { type Alias, type Document, visit } from 'yaml';

/**
 * The first alias that stands inside the node it stands for: data made of it would contain itself, and whoever goes
 * through that never comes to an end.
 */
export function circularAlias(document: Document.Parsed): Alias | undefined {
  let circular: Alias | undefined;
  visit(document, {
    Alias(_, alias, ancestors) {
      const meant = alias.resolve(document);
      if (!ancestors.some((ancestor) => ancestor === meant)) return undefined;
      circular = alias;
      return visit.BREAK;
    },
  });
  return circular;
}
