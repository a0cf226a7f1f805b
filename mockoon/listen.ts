import { once } from 'node:events';
import type { Server } from 'node:http';

const HOST = '127.0.0.1';

/** Listens on this machine alone; port 0 takes a free one. Throws: Error that says what to do when the port is taken. */
export async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw isPortTaken(error)
      ? new Error(`Port ${port} is taken. Set TICKSCOPE_MOCK_PORT to another port, or to 0 for a free one.`)
      : error;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://${HOST}:${address.port}`;
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Ends the server and every connection to it. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
