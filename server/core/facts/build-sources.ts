import { readIsoDay } from '../figures/calendar.ts';
import type { Source } from './fact-base.ts';
import type { PackReport } from './pack-report.ts';
import type { Sections } from './read-sections.ts';

/**
 * The sources of all packs.
 * Errors: as issues; a source whose day of publication there never was stays, undated.
 */
export function buildSources({ sources }: Sections, report: PackReport): Map<string, Source> {
  const built = new Map<string, Source>();
  for (const [id, { data, file, path }] of sources) {
    const isDay = data.date === null || readIsoDay(data.date) !== undefined;
    if (!isDay)
      report.error(file, [...path, 'date'], 'impossible-date', `No such day as "${data.date}"`);
    built.set(id, { id, ...data, date: isDay ? data.date : null });
  }
  return built;
}
