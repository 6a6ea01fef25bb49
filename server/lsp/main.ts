import { createConnection } from 'vscode-languageserver/node';
import { serve } from './serve.ts';

// The library reads the transport (`--stdio`, `--node-ipc`, `--socket`) from the command line.
const server = serve(createConnection());

export const mayKeepCode = (): boolean => server.mayKeepCode();
