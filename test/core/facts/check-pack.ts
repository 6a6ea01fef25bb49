import { buildFactBase } from '../../../server/core/facts/build-fact-base.ts';
import type { PackFile } from '../../../server/core/facts/fact-base.ts';

/** A pack file of the test's own. */
export function packFile(data: unknown, { file = 'pack.yaml', pack = 'pack' } = {}): PackFile {
  return { file, pack, data };
}

/** The mistakes of packs, one a line: file, path of the node, code, message. */
export function checkPacks(...files: readonly PackFile[]): string {
  const { issues } = buildFactBase(files);
  return issues
    .map(({ file, path, code, message }) => `${file} ${path.join('/') || '.'} ${code}: ${message}`)
    .join('\n');
}

/** The statements that load, one a line: id, rank, value. */
export function loadedStatements(...files: readonly PackFile[]): readonly string[] {
  const { statements } = buildFactBase(files).facts;
  return [...statements.values()].map(({ id, rank, value }) => `${id} ${rank} ${value}`);
}

const reference = { source: 'almanac', line: 1, exact: '8.2 metres' };

/** A pack of one statement without a mistake, and what a test puts in its place. */
export function telescopePack({
  statement = {},
  property = {},
  entity = {},
  more = {},
}: {
  readonly statement?: Readonly<Record<string, unknown>>;
  readonly property?: Readonly<Record<string, unknown>>;
  readonly entity?: Readonly<Record<string, unknown>>;
  readonly more?: Readonly<Record<string, unknown>>;
} = {}): Readonly<Record<string, unknown>> {
  return {
    types: { telescope: { label: 'telescope' } },
    units: { m: { kind: 'length', names: ['metre'], symbols: ['m'], prefixes: 'si' } },
    properties: {
      mirror: { label: 'mirror', kind: 'quantity', unit: 'm', cues: ['mirror'], ...property },
    },
    entities: { aldwyn: { name: 'Aldwyn', type: 'telescope', ...entity } },
    sources: { almanac: { title: 'The almanac' } },
    statements: [
      {
        id: 'aldwyn.mirror',
        subject: 'aldwyn',
        property: 'mirror',
        value: '8.2 metres',
        references: [reference],
        ...statement,
      },
    ],
    ...more,
  };
}
