import type { HistoryServer } from '../../history/connect.ts';
import { callWithin } from '../../history/read-server-pages.ts';

const TASK_QUEUE = 'scripted';
const WORKFLOW_TYPE = 'scripted';
const POLL_LIMIT_MS = 70_000;

/** Values of temporal.api.enums.v1.CommandType. */
const COMPLETE = 4;
const FAIL = 5;
const RECORD_MARKER = 9;
const CONTINUE_AS_NEW = 10;
const START_CHILD = 11;

/** What makes the server start a run after one that ended. */
type StartedAgain = {
  readonly cronSchedule?: string;
  readonly retryPolicy?: { readonly maximumAttempts: number };
};

/** A workflow that does what its signals say, and the worker that decides for it. */
export type ScriptedWorkflows = {
  /** Returns the run id. */
  readonly start: (workflowId: string, again?: StartedAgain) => Promise<string>;
  /** `note` records a marker, `end` completes, `fail` fails, `next` continues as new, `child:<id>` starts a child. */
  readonly signal: (workflowId: string, name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Decides over Temporal's own protocol, so that no workflow code has to be bundled. */
export function createScriptedWorkflows(server: HistoryServer): ScriptedWorkflows {
  const { namespace } = server;
  const service = server.connection.workflowService;
  const ending = new AbortController();
  const taskQueue = { name: TASK_QUEUE };
  const workflowType = { name: WORKFLOW_TYPE };

  const toCommand = (signal: string) => {
    if (signal === 'end') return { commandType: COMPLETE, completeWorkflowExecutionCommandAttributes: {} };
    if (signal === 'fail') {
      const failure = { message: 'as asked', applicationFailureInfo: { type: 'Asked' } };
      return { commandType: FAIL, failWorkflowExecutionCommandAttributes: { failure } };
    }
    if (signal === 'next') {
      const attributes = { workflowType, taskQueue };
      return { commandType: CONTINUE_AS_NEW, continueAsNewWorkflowExecutionCommandAttributes: attributes };
    }
    if (!signal.startsWith('child:')) {
      return { commandType: RECORD_MARKER, recordMarkerCommandAttributes: { markerName: signal } };
    }
    const attributes = { namespace, workflowId: signal.slice('child:'.length), workflowType, taskQueue };
    return { commandType: START_CHILD, startChildWorkflowExecutionCommandAttributes: attributes };
  };

  const decideOnce = async (): Promise<void> => {
    const poll = () => service.pollWorkflowTaskQueue({ namespace, taskQueue, identity: 'scripted' });
    const task = await callWithin(server, POLL_LIMIT_MS, poll, ending.signal);
    if (task.taskToken.length === 0) return;
    const execution = task.workflowExecution ?? {};
    const events = [...(task.history?.events ?? [])];
    for (let token = task.nextPageToken; token?.length > 0; ) {
      const page = await service.getWorkflowExecutionHistory({ namespace, execution, nextPageToken: token });
      events.push(...(page.history?.events ?? []));
      token = page.nextPageToken;
    }
    const before = Number(task.previousStartedEventId ?? 0);
    const signals = events.flatMap((event) => {
      const name = event.workflowExecutionSignaledEventAttributes?.signalName;
      return name && Number(event.eventId) > before ? [name] : [];
    });
    const commands = signals.map(toCommand);
    await service.respondWorkflowTaskCompleted({
      namespace,
      taskToken: task.taskToken,
      identity: 'scripted',
      commands,
    });
  };

  const decide = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      // A lost server or a task that has been given to another poll: ask again.
      await decideOnce().catch(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
  };
  const deciding = decide();

  return {
    start: async (workflowId, again = {}) => {
      const requestId = crypto.randomUUID();
      const request = {
        namespace,
        workflowId,
        workflowType,
        taskQueue,
        requestId,
        identity: 'test',
        ...again,
      };
      return (await service.startWorkflowExecution(request)).runId;
    },
    signal: async (workflowId, signalName) => {
      const workflowExecution = { workflowId };
      await service.signalWorkflowExecution({ namespace, workflowExecution, signalName, identity: 'test' });
    },
    stop: async () => {
      ending.abort();
      await deciding;
    },
  };
}
