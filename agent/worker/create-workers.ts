import { OpenAIAgentsPlugin } from '@temporalio/openai-agents';
import { Worker, type WorkerOptions } from '@temporalio/worker';
import { AGENT_TASK_QUEUE, BACKTEST_TASK_QUEUE } from '../contract/names.ts';
import type { AgentActivities } from './create-activities.ts';

type ModelProvider = ConstructorParameters<typeof OpenAIAgentsPlugin>[0]['modelProvider'];

export interface WorkerParts extends Pick<WorkerOptions, 'connection' | 'namespace' | 'identity'> {
  readonly bundlePath: string;
  readonly activities: AgentActivities;
  readonly modelProvider: ModelProvider;
  /** Absent when: the queues of the contract; tests on one server use their own. */
  readonly taskQueues?: { readonly agent: string; readonly backtest: string };
}

/** After a kill the next worker gets the workflow this soon: how long the server waits for the one that had it cached. */
const STICKY_TIMEOUT = '2s';

/** Both queues in one process: the agent's, and the backtests', which never delay it because they wait elsewhere. */
export function createWorkers(parts: WorkerParts): Promise<[Worker, Worker]> {
  const queues = parts.taskQueues ?? { agent: AGENT_TASK_QUEUE, backtest: BACKTEST_TASK_QUEUE };
  const { runBacktest, ...trading } = parts.activities;
  return Promise.all([
    Worker.create({
      ...toOptions(parts),
      taskQueue: queues.agent,
      activities: trading,
      plugins: [new OpenAIAgentsPlugin({ modelProvider: parts.modelProvider })],
    }),
    Worker.create({
      ...toOptions(parts),
      taskQueue: queues.backtest,
      activities: { runBacktest },
      plugins: [new OpenAIAgentsPlugin({ modelProvider: parts.modelProvider })],
      maxConcurrentActivityTaskExecutions: 2,
    }),
  ]);
}

function toOptions({ connection, namespace, identity, bundlePath }: WorkerParts) {
  return {
    ...(connection === undefined ? {} : { connection }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(identity === undefined ? {} : { identity }),
    workflowBundle: { codePath: bundlePath },
    stickyQueueScheduleToStartTimeout: STICKY_TIMEOUT,
    shutdownGraceTime: '2s',
    shutdownForceTime: '4s',
  };
}
