/** Why the agent's client could not do what was asked. */
export type AgentClientErrorCode = 'unreachable' | 'not-found' | 'already-running' | 'refused';

/** The client's one error: `message` says what happened to what, `cause` holds the SDK's error. */
export class AgentClientError extends Error {
  readonly code: AgentClientErrorCode;
  constructor(code: AgentClientErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AgentClientError';
    this.code = code;
  }
}

/** Errors of the SDK by class name: bundlers may load a class twice, a name stays the same. */
const CODES: ReadonlyMap<string, AgentClientErrorCode> = new Map([
  ['WorkflowNotFoundError', 'not-found'],
  ['WorkflowExecutionAlreadyStartedError', 'already-running'],
  ['ServiceError', 'unreachable'],
]);

const TEXTS: Readonly<Record<AgentClientErrorCode, string>> = {
  unreachable: 'the Temporal server did not answer',
  'not-found': 'no such workflow, or it is closed',
  'already-running': 'a workflow with this id is already running',
  refused: 'Temporal refused the request',
};

/** Runs one request about one workflow. Throws: AgentClientError. */
export async function orClientError<T>(workflowId: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const code = (error instanceof Error ? CODES.get(error.name) : undefined) ?? 'refused';
    throw new AgentClientError(code, `Workflow ${workflowId}: ${TEXTS[code]}.`, { cause: error });
  }
}
