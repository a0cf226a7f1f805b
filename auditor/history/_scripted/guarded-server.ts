import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http2 from 'node:http2';
import type { CertificateFiles } from './certificates.ts';

/** A TLS door before a Temporal server. */
export type GuardedServer = {
  readonly address: string;
  /** Request headers as they came in. */
  readonly seen: readonly http2.IncomingHttpHeaders[];
  readonly close: () => Promise<void>;
};

export type Guard = {
  /** `host:port` of the server behind, which speaks plain HTTP/2. */
  readonly behind: string;
  readonly certificate: CertificateFiles;
  /** Who must have signed the client's certificate. Absent when: none is asked for. */
  readonly clientCa?: string;
  /** Absent when: no key is asked for. */
  readonly apiKey?: string;
};

/** Opens the door; it lets in whom the guard knows, and passes calls on. */
export async function openGuardedServer(guard: Guard): Promise<GuardedServer> {
  const seen: http2.IncomingHttpHeaders[] = [];
  const inner = http2.connect(`http://${guard.behind}`);
  const { cert, key } = guard.certificate;
  const server = http2.createSecureServer({
    cert: readFileSync(cert),
    key: readFileSync(key),
    ...(guard.clientCa === undefined
      ? {}
      : { ca: readFileSync(guard.clientCa), requestCert: true, rejectUnauthorized: true }),
  });
  const sessions = new Set<http2.Http2Session>();
  server.on('session', (session) => sessions.add(session));
  server.on('stream', (stream, headers) => {
    seen.push(headers);
    if (guard.apiKey === undefined || headers.authorization === `Bearer ${guard.apiKey}`) {
      pass(stream, inner.request(headers));
    } else refuse(stream, headers);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('a TCP server without a port');
  const close = async (): Promise<void> => {
    for (const session of [...sessions, inner]) session.destroy();
    server.close();
    await once(server, 'close');
  };
  return { address: `127.0.0.1:${at.port}`, seen, close };
}

function pass(outer: http2.ServerHttp2Stream, inner: http2.ClientHttp2Stream): void {
  let trailers: http2.IncomingHttpHeaders = {};
  outer.on('error', () => inner.close());
  inner.on('error', () => outer.close());
  inner.on('trailers', (last) => {
    trailers = last;
  });
  inner.on('response', (headers) => {
    outer.respond(headers, { waitForTrailers: true });
    outer.on('wantTrailers', () => outer.sendTrailers(trailers));
    inner.pipe(outer);
  });
  outer.pipe(inner);
}

function refuse(stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders): void {
  stream.respond(
    {
      ':status': 200,
      'content-type': 'application/grpc',
      'grpc-status': '16',
      'grpc-message': `no such key: ${headers.authorization}`,
    },
    { endStream: true },
  );
}
