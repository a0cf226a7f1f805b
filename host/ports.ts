import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('the operating system gave no port'));
      });
    });
  });
}

/** True when this machine's loopback address has nobody listening on the port. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch {
    return false;
  }
}

/** A port of the loopback address that was free a moment ago: `wanted` if it can be had. */
export async function findFreePort(wanted?: number): Promise<number> {
  return wanted !== undefined && (await isPortFree(wanted)) ? wanted : listenOnce(0);
}
