import { type FindingVerdict, isIsoDay, type Severities, type Severity } from '../service/index.ts';

/** The settings of one resource, section `stet`. */
export interface StetSettings {
  /** Whether the draft is checked at all. */
  readonly enable: boolean;
  /** Folders with fact packs, relative to the workspace folder; they add to the shipped pack. */
  readonly facts: readonly string[];
  /** Whether the shipped pack is used. */
  readonly useDefaultFacts: boolean;
  /** ISO date of drafts that carry none; null for the pack's reference date. */
  readonly asOf: string | null;
  /** Whether a count of drafts stands above each statement of a pack file. */
  readonly codeLens: boolean;
  readonly severity: Severities;
}

/** The one place of the defaults; the extension's manifest is tested against it. */
export const defaultSettings: StetSettings = {
  enable: true,
  facts: [],
  useDefaultFacts: true,
  asOf: null,
  codeLens: true,
  severity: {
    conflict: 'warning',
    disputed: 'information',
    outdated: 'warning',
    overprecise: 'hint',
  },
};

/** The levels a verdict can be shown at, as the settings spell them. */
export const severityLevels: readonly (Severity | 'off')[] = [
  'error',
  'warning',
  'information',
  'hint',
  'off',
];

/** Settings as they apply, and what could not be read of them, for people. */
export interface SettingsReading {
  readonly settings: StetSettings;
  readonly problems: readonly string[];
}

/**
 * Read settings as a client gives them (section `stet`) on top of `base`.
 * Errors: none; a value that cannot be read keeps the base's, and `problems` says so.
 */
export function readSettings(raw: unknown, base: StetSettings = defaultSettings): SettingsReading {
  const problems: string[] = [];
  const given = isObject(raw) ? raw : {};
  const severity = isObject(given.severity) ? given.severity : {};

  function take<T>(
    name: string,
    value: unknown,
    read: (value: unknown) => T | undefined,
    hint: string,
    fallback: T,
  ): T {
    // Clients send null (and Neovim an empty list) for what is not set.
    if (value === undefined || value === null || value === '') return fallback;
    const result = read(value);
    if (result !== undefined) return result;
    problems.push(`Setting "stet.${name}" is ${JSON.stringify(value)}; ${hint}`);
    return fallback;
  }
  function level(verdict: FindingVerdict): Severity | 'off' {
    const hint = `give one of ${severityLevels.join(', ')}`;
    return take(`severity.${verdict}`, severity[verdict], readLevel, hint, base.severity[verdict]);
  }

  const settings: StetSettings = {
    enable: take('enable', given.enable, readBoolean, 'give true or false', base.enable),
    facts: take('facts', given.facts, readStrings, 'give a list of folders', base.facts),
    useDefaultFacts: take(
      'useDefaultFacts',
      given.useDefaultFacts,
      readBoolean,
      'give true or false',
      base.useDefaultFacts,
    ),
    asOf: take<string | null>('asOf', given.asOf, readDate, 'give a date as 2025-11-05', base.asOf),
    codeLens: take('codeLens', given.codeLens, readBoolean, 'give true or false', base.codeLens),
    severity: {
      conflict: level('conflict'),
      disputed: level('disputed'),
      outdated: level('outdated'),
      overprecise: level('overprecise'),
    },
  };
  return { settings, problems };
}

function readBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function readStrings(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const strings = value.filter((item) => typeof item === 'string' && item.trim() !== '');
  return strings.length === value.length ? strings : undefined;
}

function readLevel(value: unknown): Severity | 'off' | undefined {
  return severityLevels.find((level) => level === value);
}

function readDate(value: unknown): string | undefined {
  return typeof value === 'string' && isIsoDay(value) ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
