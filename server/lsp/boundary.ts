import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from './log.ts';

/** What every request about a document says of it; a faulty client may leave it out. */
interface DocumentParams {
  readonly textDocument?: { readonly uri?: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/**
 * The one place where a request's failure ends: it is logged with what `describe` says of its document
 * and answered with `nothing`, so that the editor goes on. A request that was cancelled meanwhile is
 * answered as such.
 */
export function requestGuard(log: Log, describe: (uri: string | undefined) => string) {
  return <P extends object, R, E = void>(
    name: string,
    nothing: R,
    handler: Handler<P, R>,
  ): Handler<P, R | ResponseError<E>> =>
    async (params, token) => {
      const started = performance.now();
      try {
        const answer = token.isCancellationRequested ? undefined : await handler(params, token);
        if (answer !== undefined && !token.isCancellationRequested) return answer;
        return new ResponseError<E>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
      } catch (error) {
        const { textDocument }: DocumentParams = params ?? {};
        log.error(`${name} failed (${describe(textDocument?.uri)}): ${detail(error)}`);
        return nothing;
      } finally {
        log.trace(`${name} took ${(performance.now() - started).toFixed(1)} ms`);
      }
    };
}

/** Run a task that nobody waits for; its failure is logged. */
export function runInBackground(name: string, log: Log, task: () => Promise<void>): void {
  task().catch((error: unknown) => log.error(`${name} failed: ${detail(error)}`));
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
