// Prints the path of the YAML language server, installed where it is not yet.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installApart } from '../../install-apart.mjs';

const folder = installApart(dirname(fileURLToPath(import.meta.url)), 'stet-bench-peer');
console.log(join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server'));
