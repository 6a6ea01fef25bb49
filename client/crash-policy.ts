/** How often within {@link WITHIN_MS} a server is started again: often enough for an accident, not for a habit. */
const RESTARTS = 4;
const WITHIN_MS = 3 * 60 * 1000;

/**
 * Whether a server that stopped by itself at these times is started again.
 * Units: milliseconds; the last time is now.
 */
export function isWorthRestarting(crashes: readonly number[]): boolean {
  const last = crashes.at(-1);
  const earlier = crashes.at(-1 - RESTARTS);
  return last === undefined || earlier === undefined || last - earlier > WITHIN_MS;
}
