/**
 * Runs the Temporal dev server as long as the channel to the host is open; a program of its own, because the server's executable
 * does not notice that its parent is gone.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Connection } from '@temporalio/client';
import { endStaleServer } from './end-stale-server.ts';
import { findFreePort } from './ports.ts';
import { waitUntilServing } from './wait-until-serving.ts';

const DEFAULT_PORT = 7233;
const CONNECT_TIMEOUT_MS = 2_000;
const STOP_GRACE_MS = 4_000;

const dataFolder = resolve(process.env.TICKSCOPE_DATA || 'data');
const executable = process.env.TICKSCOPE_TEMPORAL_CLI || 'temporal';
const namespace = process.env.TEMPORAL_NAMESPACE || 'default';
const databaseFile = join(dataFolder, 'temporal.db');
const pidFile = join(dataFolder, 'temporal.pid');

function startServer(port: number) {
  return spawn(
    executable,
    [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--db-filename', databaseFile, '--log-level', 'error'],
      // The server creates `default` by itself.
      ...(namespace === 'default' ? [] : ['--namespace', namespace]),
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
}

async function openProbe(address: string) {
  const connection = await Connection.connect({ address, connectTimeout: CONNECT_TIMEOUT_MS });
  return {
    describe: () => connection.workflowService.describeNamespace({ namespace }),
    close: () => connection.close(),
  };
}

mkdirSync(dataFolder, { recursive: true });
const stale = await endStaleServer(pidFile, databaseFile);
if (stale !== undefined) console.log(`ended the dev server ${stale}, left over from a host that was killed`);

const port = Number(process.env.TICKSCOPE_TEMPORAL_PORT) || (await findFreePort(DEFAULT_PORT));
const server = startServer(port);
if (server.pid !== undefined) writeFileSync(pidFile, String(server.pid));
let stopping = false;

function stop(): void {
  if (stopping) return;
  stopping = true;
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), STOP_GRACE_MS).unref();
}

server.once('error', (error) => {
  console.error(`the Temporal CLI ${executable} cannot be started: ${error.message}`);
  process.exit(1);
});
server.once('exit', (code, signal) => {
  rmSync(pidFile, { force: true });
  if (!stopping) console.error(`the dev server ended with ${signal ?? `exit code ${code}`}`);
  process.exit(stopping ? 0 : 1);
});
process.once('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

// When the server dies instead, its `exit` ends this process.
await waitUntilServing(() => openProbe(`127.0.0.1:${port}`));
console.log(`dev server on 127.0.0.1:${port}, data in ${databaseFile}`);
process.send?.({ type: 'ready', address: `127.0.0.1:${port}` });
