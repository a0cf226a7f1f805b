import type { Server } from 'node:http';
import { TickscopeError } from '../base/tickscope-error.ts';

/** The one address that is listened to: the index may hold secrets of others, and there is no login. */
const LOOPBACK = '127.0.0.1';

/**
 * Starts to listen on this machine's own address. Port 0: a free one.
 *
 * Returns the address, `http://127.0.0.1:8234`. Throws: TickscopeError `wrong-usage` when the port is taken or not allowed.
 */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(toError(error, port)));
    server.listen({ host: LOOPBACK, port, exclusive: true }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server without a port');
  return `http://${LOOPBACK}:${address.port}`;
}

function toError(error: Error, port: number): TickscopeError {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  const what = isTaken ? `Port ${port} is taken.` : `Port ${port} cannot be listened to: ${error.message}.`;
  return new TickscopeError('wrong-usage', `${what} Choose another, or --port 0 for a free one.`, {
    cause: error,
  });
}

/** How long answers that are under way may take to end. */
const GRACE_MS = 2_000;

/** Ends a server: no new question is taken, answers that are under way end, and what does not end is cut. */
export async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
