import { loadFacts } from '../../../server/host/load-facts.ts';

/** The record that ships with Stet, as its command line and its server load it. */
export const shipped = await loadFacts({ dirs: [], useDefault: true });
