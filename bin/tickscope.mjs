#!/usr/bin/env node
// Runs on the Node that the machine has; main.ts needs one that reads TypeScript, which is among the packages.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NODE = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const readsTypeScript = major > 22 || (major === 22 && minor >= 18);

if (readsTypeScript) {
  await import('./main.ts');
} else if (existsSync(NODE)) {
  const child = spawn(NODE, [MAIN, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches both from the terminal; a signal to this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
} else {
  process.stderr.write('The packages are not installed. Try: npm start\n');
  process.exitCode = 1;
}
