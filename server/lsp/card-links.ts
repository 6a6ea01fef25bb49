import type { LineMap } from '../core/text/line-map.ts';
import type { CardLinks } from '../service/index.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Checked } from './drafts.ts';
import { uriOfPath } from './file-uri.ts';
import type { LinkCommand, LinkCommandArguments } from './protocol.ts';
import type { SourceShelf } from './source-shelf.ts';

/** What the links below a card run, in their order. */
const commandLinks: readonly (readonly [command: LinkCommand, label: string])[] = [
  ['stet.explain', 'Explain'],
  ['stet.copyCitation', 'Copy citation'],
];

/**
 * The links of a card about the draft `uri`: files open at a line (`#L34`), commands are run by clients that said
 * which of them they run from a link.
 */
export function cardLinks(
  uri: string,
  { facts, scope }: Checked,
  lines: LineMap,
  shelf: SourceShelf,
  { linkCommands }: ClientFeatures,
): CardLinks {
  return {
    statement(id) {
      const place = facts.statementPlace(id);
      return place && lineOfFile(place.file, place.position.line);
    },
    sourceLine(source, line) {
      const digest = facts.facts.sources.get(source)?.digest;
      const path = shelf.known(scope.sources, digest);
      return path === undefined ? undefined : lineOfFile(path, line);
    },
    commands({ start }) {
      const given: LinkCommandArguments = [{ uri, position: lines.position(start) }];
      const query = encodeURIComponent(JSON.stringify(given));
      return commandLinks
        .filter(([command]) => linkCommands.includes(command))
        .map(([command, label]) => [label, `command:${command}?${query}`]);
    },
  };
}

/** A line of a file, from 1, as editors and forges write it. */
function lineOfFile(path: string, line: number): string {
  return `${uriOfPath(path)}#L${line}`;
}
