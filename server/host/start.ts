import { basename } from 'node:path';
import { runProgram } from './run-program.ts';

/*
 * What is called of what was built: `cli.js` runs `cli-program.js` beside it, and so on. Little is loaded before what was
 * compiled at an earlier start is there to be taken.
 */
const name = basename(import.meta.filename, '.js');

/** Those of the extension; nobody asks a command or a server for them. */
export const { activate, deactivate } = runProgram(`${name}-program.js`);
