import type { RequestListener } from 'node:http';
import { toProblemReply } from './reply.ts';

/** Lets only paths pass that can be decoded: for others Mockoon's router answers 500, as if it had failed itself. */
export function refuseUnreadablePath(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (isDecodable(request.url ?? '')) return listener(request, response);
    const reply = toProblemReply(400, 'Unreadable path', 'The path is not percent-encoded UTF-8.');
    response.writeHead(reply.status, reply.headers).end(reply.text);
  };
}

function isDecodable(target: string): boolean {
  try {
    decodeURIComponent(target.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
