import type { RecordEntry } from '../core/claims/claim.ts';
import type { CardDress } from './card-dress.ts';
import { citeSources, describePlaces, describePublication } from './cite-sources.ts';

/** The sources of a value as a list, each with every place where it says so. */
export function listSources({ references }: RecordEntry, dress: CardDress): string {
  const lines = citeSources(references).map((source) =>
    [
      dress.italic(source.title),
      ...[...describePublication(source), describePlaces(source)].map(dress.text),
    ].join(', '),
  );
  return dress.list(lines);
}
