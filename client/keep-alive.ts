import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from 'vscode-languageclient/node';
import { isWorthRestarting } from './crash-policy.ts';
import { offerCommands } from './offer-commands.ts';

const FAULTS_BORNE = 3; // messages in a row that could not be sent or read

const RESTARTED = 'The language server of Stet stopped unexpectedly and was started again';
const GIVEN_UP =
  'The language server of Stet stopped several times within three minutes and stays stopped. ' +
  'Where one draft brings it about, close that draft and restart the server';

/** Starts a server again that stopped by itself, says so, and gives up where it keeps stopping. */
export class KeepAlive implements ErrorHandler {
  #crashes: readonly number[] = [];

  /** Forget earlier crashes: somebody starts the server anew. */
  forgive(): void {
    this.#crashes = [];
  }

  /** Part of {@link ErrorHandler}: a message could not be sent or read. */
  error(
    _error: Error,
    _message: Message | undefined,
    count: number | undefined,
  ): ErrorHandlerResult {
    // The log has it. A server that has ended is spoken of by `closed`.
    const action = (count ?? 1) <= FAULTS_BORNE ? ErrorAction.Continue : ErrorAction.Shutdown;
    return { action, handled: true };
  }

  /** Part of {@link ErrorHandler}: the server has ended, and nobody had asked it to. */
  closed(): CloseHandlerResult {
    this.#crashes = [...this.#crashes, Date.now()];
    const isRestarted = isWorthRestarting(this.#crashes);
    const message = isRestarted ? RESTARTED : GIVEN_UP;
    void (isRestarted
      ? offerCommands('warning', RESTARTED, 'stet.showLog')
      : offerCommands('error', GIVEN_UP, 'stet.restart', 'stet.showLog'));
    const action = isRestarted ? CloseAction.Restart : CloseAction.DoNotRestart;
    return { action, message, handled: true };
  }
}
