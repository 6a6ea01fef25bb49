import type { Connection, InitializeParams } from 'vscode-languageserver';
import { type ClientFeatures, readInitializationOptions } from './client-features.ts';
import type { Log } from './log.ts';
import { defaultSettings, readSettings, type StetSettings } from './settings.ts';

/** The section of a client's configuration that is Stet's. */
export const section = 'stet';

/** Settings as the client gives them: at the start, pushed, or when asked about a resource. */
export class ClientSettings {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #log: Log;
  readonly #initial: StetSettings;
  #base: StetSettings;

  constructor(
    connection: Connection,
    features: ClientFeatures,
    params: InitializeParams,
    log: Log,
  ) {
    this.#connection = connection;
    this.#features = features;
    this.#log = log;
    this.#initial = this.#read(readInitializationOptions(params).settings, defaultSettings);
    this.#base = this.#initial;
  }

  /** What holds where the client says nothing about a resource. */
  get base(): StetSettings {
    return this.#base;
  }

  /** What the client's configuration says about a resource; undefined where it cannot be asked. */
  async ask(scopeUri: string): Promise<unknown> {
    if (!this.#features.answersConfiguration) return undefined;
    return this.#connection.workspace.getConfiguration({ scopeUri, section });
  }

  /** Take over the settings that came with a change; a client that can be asked is asked again instead. */
  changed(pushed: unknown): void {
    if (this.#features.answersConfiguration) return;
    const settings: unknown = isObject(pushed) && section in pushed ? pushed[section] : pushed;
    this.#base = this.#read(settings, this.#initial);
  }

  #read(raw: unknown, base: StetSettings): StetSettings {
    const { settings, problems } = readSettings(raw, base);
    for (const problem of problems) this.#log.warn(problem);
    return settings;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
