import type { RequestListener, ServerResponse } from 'node:http';
import { toModelErrorReply, toProblemReply } from '../http/reply.ts';
import type { Fault, FaultList } from './fault-list.ts';

/** Tells the model party to answer with text that is no trade intent. Never taken from a client. */
export const SPOIL_HEADER = 'x-stand-in-spoil';

const PARTIES: readonly (readonly [prefix: string, party: Fault['party']])[] = [
  ['/market/', 'market'],
  ['/news/', 'news'],
  ['/broker/', 'broker'],
  ['/v1/responses', 'model'],
];

const DEFAULT_STATUS = 503;
const DEFAULT_DELAY_MS = 2_000;

/** The door before Mockoon: lets a call pass, or makes it fail as the list says. Mockoon itself cannot cut a connection. */
export function createFaultGate(listener: RequestListener, faults: FaultList): RequestListener {
  return (request, response) => {
    delete request.headers[SPOIL_HEADER];
    const party = PARTIES.find(([prefix]) => request.url?.startsWith(prefix))?.[1];
    const fault = party === undefined ? undefined : faults.take(party);
    if (fault === undefined) listener(request, response);
    else failCall(fault, request, response, listener);
  };
}

type PassOn = (...args: Parameters<RequestListener>) => void;

function failCall(
  fault: Fault,
  ...[request, response, listener]: [...Parameters<RequestListener>, PassOn]
): void {
  switch (fault.kind) {
    case 'status':
      sendStatus(fault, response);
      break;
    case 'slow':
      setTimeout(() => {
        // Who has hung up meanwhile never reached the party.
        if (!response.destroyed) listener(request, response);
      }, fault.delayMs ?? DEFAULT_DELAY_MS);
      break;
    case 'drop':
      replaceReply(response, () => response.socket?.destroy());
      listener(request, response);
      break;
    case 'malformed':
      if (fault.party === 'model') request.headers[SPOIL_HEADER] = 'yes';
      else replaceReply(response, (end) => end('{"malformed":'));
      listener(request, response);
      break;
    default:
      fault.kind satisfies never;
  }
}

function sendStatus({ party, status = DEFAULT_STATUS }: Fault, response: ServerResponse): void {
  const message = `The stand-in was told to fail with ${status}.`;
  const reply =
    party === 'model'
      ? toModelErrorReply(status, message)
      : toProblemReply(status, 'Fault on demand', message);
  const retryAfter = status === 429 ? { 'retry-after': '1' } : {};
  response.writeHead(status, { ...reply.headers, ...retryAfter }).end(reply.text);
}

/** Lets the call be executed, and puts something else in the place of its reply. */
function replaceReply(response: ServerResponse, finish: (end: (text: string) => void) => void): void {
  const end = response.end.bind(response);
  response.write = () => true;
  response.end = () => {
    response.removeHeader('content-length');
    finish(end);
    return response;
  };
}
