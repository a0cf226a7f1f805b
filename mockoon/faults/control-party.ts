import { type Call, parseBody } from '../http/call.ts';
import type { Party } from '../http/create-parties-server.ts';
import { type Reply, toJsonReply, toProblemReply } from '../http/reply.ts';
import { type FaultList, faultSchema } from './fault-list.ts';

/** `control/faults`: tells the stand-ins to fail. */
export function createControlParty(faults: FaultList): Party {
  return (call) => {
    if (call.segments.join('/') !== 'faults') return undefined;
    if (call.method === 'POST') return addFault(faults, call);
    if (call.method === 'DELETE') faults.clear();
    else if (call.method !== 'GET') return undefined;
    return toJsonReply(200, { faults: faults.list() });
  };
}

function addFault(faults: FaultList, call: Call): Reply {
  const parsed = faultSchema.safeParse(parseBody(call));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return toProblemReply(
      422,
      'Invalid fault',
      `${issue?.path.join('.') || 'fault'}: ${issue?.message ?? 'invalid'}`,
    );
  }
  faults.add(parsed.data);
  return toJsonReply(201, { faults: faults.list() });
}
