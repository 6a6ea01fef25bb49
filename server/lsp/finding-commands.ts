import {
  type Connection,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { LocatedIssue } from '../host/located-issue.ts';
import { baselineEntry, placeSuppression } from '../service/index.ts';
import type { Baselines } from './baselines.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Checked } from './drafts.ts';
import type { FindingCommand, FindingReference } from './protocol.ts';
import { linesOf, toLspEdit } from './to-lsp.ts';

/** What the commands need of the server around them. */
export interface CommandHost {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly baselines: Baselines;
  /** Check an open document as it is now; undefined where that cannot be. */
  check(uri: string): Promise<Checked | undefined>;
}

type Claim = Checked['snapshot']['reading']['claims'][number];

/** Does a command to a finding; in words, why it could not. */
type Handler = (
  claim: Claim,
  check: Checked,
  finding: FindingReference,
  host: CommandHost,
) => Promise<string | undefined>;

const handlers: Readonly<Record<FindingCommand, Handler>> = {
  'stet.letStand': letStand,
  'stet.dismiss': dismiss,
  'stet.undismiss': undismiss,
};

/** The commands of code actions that the server executes. */
export const findingCommands: readonly string[] = Object.keys(handlers);

const MOVED_ON =
  'The draft has changed since this was offered, so nothing was done; ask for it again at the figure';

/**
 * Execute a command of a code action: whether it was done. It is refused where the document has another version than
 * the one it was offered for. Why it was not done, the client shows as a message.
 */
export async function executeFindingCommand(
  { command, arguments: [finding] = [] }: ExecuteCommandParams,
  host: CommandHost,
): Promise<boolean> {
  if (!isCommand(command) || !isFinding(finding)) return false;
  const check = await host.check(finding.uri);
  const claim = check && claimOf(finding, check);
  const refusal =
    check === undefined || claim === undefined
      ? MOVED_ON
      : await handlers[command](claim, check, finding, host);
  if (refusal === undefined) return true;
  await host.connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message: refusal,
  });
  return false;
}

/** The claim as it was offered; undefined once the document has another version. */
function claimOf(
  { version, range, statement }: FindingReference,
  check: Checked,
): Claim | undefined {
  const { snapshot } = check;
  if (snapshot.version !== version) return undefined;
  const lines = linesOf(check);
  const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
  return snapshot.reading.claims.find(
    (claim) =>
      claim.statement === statement &&
      claim.span.start === span.start &&
      claim.span.end === span.end,
  );
}

async function letStand(
  claim: Claim,
  check: Checked,
  { uri, reason = '' }: FindingReference,
  { connection, features }: CommandHost,
): Promise<string | undefined> {
  const { snapshot } = check;
  const edit = placeSuppression(claim, snapshot, reason);
  if (edit === undefined) return 'Nothing can be commented here; dismiss it into the baseline';
  const changes = { edits: [edit], version: snapshot.version };
  const { applied } = await connection.workspace.applyEdit({
    label: 'Let stand',
    edit: toLspEdit(changes, uri, linesOf(check), features),
  });
  return applied ? undefined : MOVED_ON;
}

async function dismiss(
  claim: Claim,
  { snapshot, baseline }: Checked,
  { reason = '' }: FindingReference,
  { baselines }: CommandHost,
): Promise<string | undefined> {
  if (baseline === undefined) return 'Only a file in a workspace folder has a baseline';
  const entry = baselineEntry(claim, snapshot, baseline.path, reason);
  return problem(await baselines.change(baseline.folder, (entries) => [...entries, entry]));
}

async function undismiss(
  claim: Claim,
  { snapshot, baseline }: Checked,
  _finding: FindingReference,
  { baselines }: CommandHost,
): Promise<string | undefined> {
  const standing = snapshot.baselined?.get(claim);
  if (baseline === undefined || standing === undefined) return MOVED_ON;
  const key = JSON.stringify(standing);
  return problem(
    await baselines.change(baseline.folder, (entries) =>
      entries.filter((entry) => JSON.stringify(entry) !== key),
    ),
  );
}

function problem(issues: readonly LocatedIssue[]): string | undefined {
  const [first] = issues;
  return first && `${first.file}:${first.position.line}: ${first.message}. Nothing was written`;
}

function isCommand(command: string): command is FindingCommand {
  return Object.hasOwn(handlers, command);
}

/** What a client sends is not trusted; the range is taken as a place whatever it holds. */
function isFinding(value: unknown): value is FindingReference {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, version, range, statement, reason }: Partial<FindingReference> = value;
  return (
    typeof uri === 'string' &&
    typeof version === 'number' &&
    typeof statement === 'string' &&
    typeof range?.start?.line === 'number' &&
    typeof range.end?.line === 'number' &&
    (reason === undefined || typeof reason === 'string')
  );
}
