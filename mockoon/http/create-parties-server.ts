import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type Call, readCall, UnreadableCall } from './call.ts';
import { type Reply, toProblemReply } from './reply.ts';

/** Answers a call. Absent when: the party knows no such path. */
export type Party = (call: Call) => Reply | undefined;

/** The server behind Mockoon: parties by the first segment of the path. */
export function createPartiesServer(
  parties: ReadonlyMap<string, Party>,
  reportError: (error: unknown) => void,
): Server {
  return createServer((request, response) => {
    answer(request, parties)
      .catch((error: unknown) => toFailureReply(error, reportError))
      .then(({ status, headers, text }) => response.writeHead(status, headers).end(text))
      .catch(reportError);
  });
}

async function answer(request: IncomingMessage, parties: ReadonlyMap<string, Party>): Promise<Reply> {
  const call = await readCall(request);
  const [name = '', ...segments] = call.segments;
  const reply = parties.get(name)?.({ ...call, segments });
  return reply ?? toProblemReply(404, 'Unknown path', `No stand-in answers ${call.method} ${request.url}.`);
}

function toFailureReply(error: unknown, reportError: (error: unknown) => void): Reply {
  if (error instanceof UnreadableCall)
    return toProblemReply(error.status, 'Unreadable request', error.message);
  reportError(error);
  return toProblemReply(500, 'Stand-in failed', error instanceof Error ? error.message : String(error));
}
