import {
  type CitationStyle,
  citationStyles,
  isIsoDay,
  type Severities,
  type Severity,
} from '../service/index.ts';

/** The settings of one resource, section `stet`. */
export interface StetSettings {
  /** Whether the draft is checked at all. */
  readonly enable: boolean;
  /** Folders with fact packs, relative to the workspace folder; they add to the shipped pack. */
  readonly facts: readonly string[];
  /** Folders with the texts of sources, relative to the workspace folder; definitions lead into them. */
  readonly sources: readonly string[];
  /** Whether the shipped pack is used. */
  readonly useDefaultFacts: boolean;
  /** ISO date of drafts that carry none; null for the pack's reference date. */
  readonly asOf: string | null;
  /** Whether a count of drafts stands above each statement of a pack file. */
  readonly codeLens: boolean;
  /** Whether recorded figures are offered where the words call for one. */
  readonly completion: boolean;
  readonly citation: { readonly style: CitationStyle };
  /** Whether a quiet mark stands behind each figure that the record supports. */
  readonly inlayHints: boolean;
  readonly severity: Severities;
}

/** The one place of the defaults; the extension's manifest is tested against it. */
export const defaultSettings: StetSettings = {
  enable: true,
  facts: [],
  sources: [],
  useDefaultFacts: true,
  asOf: null,
  codeLens: true,
  completion: true,
  citation: { style: 'footnote' },
  inlayHints: false,
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

/** What a setting may be: how it is read, and what to write instead of what cannot be read. */
interface Kind<T> {
  readonly hint: string;
  /** Undefined for a value that is not of this kind. */
  read(value: unknown): T | undefined;
}

const flag: Kind<boolean> = {
  hint: 'give true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

const folders: Kind<readonly string[]> = { hint: 'give a list of folders', read: readStrings };

const day: Kind<string | null> = {
  hint: 'give a date as 2025-11-05',
  read: (value) => (typeof value === 'string' && isIsoDay(value) ? value : undefined),
};

const level = oneOf(severityLevels);

/**
 * Read settings as a client gives them (section `stet`) on top of `base`. A new setting is a line here, its type and
 * default above, its entry in the manifest and a line in the test that proves it is read (test/lsp/each-setting.test.ts).
 * Errors: none; a value that cannot be read keeps the base's, and `problems` says so.
 */
export function readSettings(raw: unknown, base: StetSettings = defaultSettings): SettingsReading {
  const problems: string[] = [];

  function take<T>(name: string, { hint, read }: Kind<T>, fallback: T): T {
    const value = valueAt(raw, name.split('.'));
    // Clients send null (and Neovim an empty list) for what is not set.
    if (value === undefined || value === null || value === '') return fallback;
    const result = read(value);
    if (result !== undefined) return result;
    problems.push(`Setting "stet.${name}" is ${JSON.stringify(value)}; ${hint}`);
    return fallback;
  }

  const settings: StetSettings = {
    enable: take('enable', flag, base.enable),
    facts: take('facts', folders, base.facts),
    sources: take('sources', folders, base.sources),
    useDefaultFacts: take('useDefaultFacts', flag, base.useDefaultFacts),
    asOf: take('asOf', day, base.asOf),
    codeLens: take('codeLens', flag, base.codeLens),
    completion: take('completion', flag, base.completion),
    citation: { style: take('citation.style', oneOf(citationStyles), base.citation.style) },
    inlayHints: take('inlayHints', flag, base.inlayHints),
    severity: {
      conflict: take('severity.conflict', level, base.severity.conflict),
      disputed: take('severity.disputed', level, base.severity.disputed),
      outdated: take('severity.outdated', level, base.severity.outdated),
      overprecise: take('severity.overprecise', level, base.severity.overprecise),
    },
  };
  return { settings, problems };
}

/** One of the words that a setting knows. */
function oneOf<T extends string>(words: readonly T[]): Kind<T> {
  return {
    hint: `give one of ${words.join(', ')}`,
    read: (value) => words.find((word) => word === value),
  };
}

function readStrings(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const strings = value.filter((item) => typeof item === 'string' && item.trim() !== '');
  return strings.length === value.length ? strings : undefined;
}

/** What stands at a path of groups; undefined where one of them is missing or is no group. */
function valueAt(raw: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((group, name) => (isObject(group) ? group[name] : undefined), raw);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
