/** Codes of references to what some other file should have defined. */
export const MISSING_DEFINITIONS: ReadonlySet<string> = new Set([
  'unknown-entity',
  'unknown-property',
  'unknown-source',
  'unknown-type',
  'unknown-unit',
]);
