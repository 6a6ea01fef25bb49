import type { FactBase, Property } from './fact-base.ts';
import type { PackReport } from './pack-report.ts';
import type { StatementData } from './pack-schema.ts';
import type { Entry } from './read-sections.ts';

/**
 * What a statement that can be read still lacks to be of use: its value is of another type than its
 * property has, a period or a qualifier is missing without which no draft can be held against it.
 * Errors: as warnings at the node; the statement loads.
 */
export function checkStatement(
  { data, file, path }: Entry<StatementData>,
  property: Property,
  { entities }: Pick<FactBase, 'entities'>,
  report: PackReport,
): void {
  const warn = (at: readonly (string | number)[], code: string, message: string): void =>
    report.warn(file, [...path, ...at], code, message);
  const typeOf = (id: string): string => entities.get(id)?.type ?? '';
  const { id, valueType, varies, requires } = property;

  if (property.kind === 'name' && valueType !== null) {
    for (const [index, value] of [data.value].flat().entries()) {
      if (typeOf(value) === valueType) continue;
      const at = Array.isArray(data.value) ? ['value', index] : ['value'];
      const message = `"${value}" is of type ${typeOf(value)}; a value of "${id}" is of type ${valueType}`;
      warn(at, 'other-value-type', message);
    }
  }
  if (varies === 'by-period' && data.time === null) {
    warn([], 'no-time', `"${id}" has a value for each period; give this one its "time"`);
  }
  for (const name of requires) {
    if (data.qualifiers[name] !== undefined) continue;
    warn([], 'no-qualifier', `"${id}" requires a ${name}; give it under "qualifiers"`);
  }
}
