/** How text is dressed for a terminal: colours, where they are wanted, and line-drawing signs. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  blue(text: string): string;
  cyan(text: string): string;
  readonly signs: Signs;
}

/** Signs of the report, in Unicode or ASCII. */
export interface Signs {
  readonly bar: string;
  readonly underline: string;
  readonly arrow: string;
  readonly bullet: string;
  readonly ellipsis: string;
  readonly tick: string;
  readonly cross: string;
}

const UNICODE: Signs = {
  bar: '│',
  underline: '━',
  arrow: '→',
  bullet: '·',
  ellipsis: '…',
  tick: '✓',
  cross: '✗',
};

const ASCII: Signs = {
  bar: '|',
  underline: '^',
  arrow: '->',
  bullet: '-',
  ellipsis: '...',
  tick: 'ok:',
  cross: 'x',
};

/** What the environment says about an output stream. */
export interface PaintWanted {
  readonly colour: boolean;
  readonly unicode: boolean;
}

/** The dress for one output stream. */
export function createPaint({ colour, unicode }: PaintWanted): Paint {
  const style =
    (open: number, close: number) =>
    (text: string): string =>
      colour ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    yellow: style(33, 39),
    green: style(32, 39),
    blue: style(34, 39),
    cyan: style(36, 39),
    signs: unicode ? UNICODE : ASCII,
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether to colour: FORCE_COLOR decides, then NO_COLOR (no-color.org), then whether a person is reading.
 */
export function wantsColour(env: Environment, isTerminal: boolean): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== 'dumb';
}

/** Whether line-drawing signs can be shown; a draft's own characters are printed as they are. */
export function canShowUnicode(env: Environment, platform: string): boolean {
  if (platform === 'win32') return Boolean(env.WT_SESSION ?? env.TERM_PROGRAM);
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return env.TERM !== 'linux' && locale !== 'C' && locale !== 'POSIX';
}
