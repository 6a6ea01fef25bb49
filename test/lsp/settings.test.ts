import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings } from '../../server/lsp/settings.ts';

describe('readSettings()', () => {
  it.each([undefined, null, 'text', 7, [], {}])('takes the defaults for %j', (raw) => {
    expect(readSettings(raw)).toEqual({ settings: defaultSettings, problems: [] });
  });

  it('reads every setting', () => {
    const raw = {
      enable: false,
      facts: ['packs', '/abs/packs'],
      sources: ['texts'],
      useDefaultFacts: false,
      asOf: '2025-11-05',
      codeLens: false,
      completion: false,
      citation: { style: 'link' },
      inlayHints: true,
      severity: { conflict: 'error', disputed: 'off', outdated: 'hint', overprecise: 'warning' },
    };
    expect(readSettings(raw)).toEqual({ settings: raw, problems: [] });
  });

  it('lays what is given upon the base', () => {
    const base = { ...defaultSettings, enable: false, facts: ['packs'] };
    const { settings } = readSettings({ enable: true, facts: null, severity: null }, base);
    expect(settings).toEqual({ ...base, enable: true });
  });

  it('takes an empty date for none, as an emptied field of a settings page is', () => {
    const raw = { asOf: '' };
    expect(readSettings(raw)).toEqual({ settings: defaultSettings, problems: [] });
  });

  it.each([
    [{ enable: 'yes' }, 'stet.enable', 'give true or false'],
    [{ facts: 'packs' }, 'stet.facts', 'give a list of folders'],
    [{ facts: ['packs', 7] }, 'stet.facts', 'give a list of folders'],
    [{ useDefaultFacts: 0 }, 'stet.useDefaultFacts', 'give true or false'],
    [{ asOf: '5 Nov 2025' }, 'stet.asOf', 'give a date as 2025-11-05'],
    [{ asOf: '2025-02-30' }, 'stet.asOf', 'give a date as 2025-11-05'],
    [{ severity: { outdated: 1 } }, 'stet.severity.outdated', 'give one of error, warning'],
  ])('keeps the default for %j and says why', (raw, name, hint) => {
    const { settings, problems } = readSettings(raw);
    expect(settings).toEqual(defaultSettings);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`Setting "${name}" is `);
    expect(problems[0]).toContain(hint);
  });
});
