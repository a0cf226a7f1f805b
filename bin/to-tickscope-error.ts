import { AgentClientError, type AgentClientErrorCode } from '../agent/client/agent-client-error.ts';
import { StartError, type StartErrorCode } from '../agent/worker/start-error.ts';
import { type ErrorCode, TickscopeError } from '../auditor/base/tickscope-error.ts';
import { HostError } from '../host/control-client.ts';

const CODES: Readonly<Record<AgentClientErrorCode | StartErrorCode, ErrorCode>> = {
  unreachable: 'server-unreachable',
  'not-found': 'workflow-not-found',
  'already-running': 'action-refused',
  refused: 'action-refused',
  settings: 'wrong-usage',
};

/** Runs a command's work, with the errors of the host, of the agent's client and of a worker's start as those of Tickscope. */
export async function withTickscopeErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HostError) throw new TickscopeError(error.code, error.message, { cause: error });
    if (error instanceof AgentClientError || error instanceof StartError)
      throw new TickscopeError(CODES[error.code], error.message, { cause: error });
    throw error;
  }
}
