import { type LanguageClient, State } from 'vscode-languageclient/node';
import { offerCommands } from '../offer-commands.ts';

/** What a command does; a link or a menu may hand it an argument. */
export type CommandHandler = (argument?: unknown) => unknown;

const NOT_SERVED = 'The language server of Stet is not running, and nothing can be done without it';

/** A command that asks the server; while none runs it says so and offers a restart. One that starts is waited for. */
export function whileServed(client: LanguageClient, run: CommandHandler): CommandHandler {
  return (argument) => {
    if (client.state === State.Running || client.state === State.Starting) return run(argument);
    void offerCommands('warning', NOT_SERVED, 'stet.restart', 'stet.showLog');
    return undefined;
  };
}
