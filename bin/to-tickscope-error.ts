import { AgentClientError } from '../agent/client/agent-client-error.ts';
import { type ErrorCode, TickscopeError } from '../auditor/base/tickscope-error.ts';
import { HostError } from '../host/control-client.ts';

const CODES: Readonly<Record<AgentClientError['code'], ErrorCode>> = {
  unreachable: 'server-unreachable',
  'not-found': 'workflow-not-found',
  'already-running': 'action-refused',
  refused: 'action-refused',
};

/** Runs a command's work, with the errors of the host and of the agent's client as those of Tickscope. */
export async function withTickscopeErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HostError) throw new TickscopeError(error.code, error.message, { cause: error });
    if (error instanceof AgentClientError)
      throw new TickscopeError(CODES[error.code], error.message, { cause: error });
    throw error;
  }
}
