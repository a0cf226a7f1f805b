import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { toIssueTexts } from '../auditor/base/issue-text.ts';
import {
  type Fault,
  faultSchema,
  type HostStatus,
  type ProcessName,
  processNameSchema,
} from './control-messages.ts';

const BODY_LIMIT_BYTES = 64 * 1024;

/** What the control server can ask the host for. A refusal is thrown as an Error whose message is the answer. */
export interface Controlled {
  readonly status: () => HostStatus;
  readonly kill: (process: ProcessName) => void;
  readonly restart: (process: ProcessName) => Promise<void>;
  readonly setFault: (fault: Fault) => Promise<void>;
}

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function checkToken(request: IncomingMessage, token: string): void {
  const given = request.headers.authorization ?? '';
  // Digests have one length, so that the comparison says nothing about the token.
  if (!timingSafeEqual(digest(given), digest(`Bearer ${token}`)))
    throw new Refusal(401, 'Wrong or missing token.');
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT_BYTES) throw new Refusal(413, `The body is longer than ${BODY_LIMIT_BYTES} bytes.`);
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}

function parseProcess(name: string | undefined): ProcessName {
  const parsed = processNameSchema.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    404,
    `There is no process ${name ?? ''}. There are: ${processNameSchema.options.join(', ')}.`,
  );
}

async function obey(request: IncomingMessage, controlled: Controlled): Promise<unknown> {
  const [, action, name] = (request.url ?? '').split('/');
  const asked = `${request.method} ${action}`;
  switch (asked) {
    case 'GET status':
      return controlled.status();
    case 'POST kill':
      controlled.kill(parseProcess(name));
      return {};
    case 'POST restart':
      await controlled.restart(parseProcess(name));
      return {};
    case 'POST faults': {
      const fault = faultSchema.safeParse(await readBody(request));
      if (!fault.success) throw new Refusal(422, `This is not a fault: ${toIssueTexts(fault.error.issues)}`);
      await controlled.setFault(fault.data);
      return {};
    }
    default:
      throw new Refusal(404, `There is no ${request.method} ${request.url}.`);
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { token, controlled }: ControlServerOptions,
): Promise<void> {
  try {
    checkToken(request, token);
    reply(response, 200, await obey(request, controlled));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply(response, error instanceof Refusal ? error.status : 409, { message });
  }
}

interface ControlServerOptions {
  readonly token: string;
  readonly controlled: Controlled;
}

/** Listens on a free port of the loopback address; whoever knows the token may ask for what `Controlled` offers. */
export function startControlServer(options: ControlServerOptions): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => void handle(request, response, options));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string')
        reject(new Error('the control server has no port'));
      else resolve({ server, url: `http://127.0.0.1:${address.port}` });
    });
  });
}
