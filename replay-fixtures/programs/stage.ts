import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowClient } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { AgentClient } from '#agent/client/agent-client.ts';
import { connectAgentClient } from '#agent/client/connect-agent-client.ts';
import { connect, type HistoryServer } from '#auditor/history/connect.ts';
import { type RunningProcess, startProcess } from './child-process.ts';

/** What the parties do wrong next. Source: the stand-ins' control interface. */
export type Fault = {
  readonly party: 'market' | 'news' | 'broker' | 'model';
  readonly kind: 'status' | 'slow' | 'drop' | 'malformed';
  readonly status?: number;
  readonly delayMs?: number;
  readonly count: number;
};

/** A Temporal server, the stand-ins and what a program needs to run the agent on them. */
export type Stage = {
  readonly agents: AgentClient;
  /** For looking only: what it asks for leaves no event. */
  readonly workflows: WorkflowClient;
  readonly histories: HistoryServer;
  readonly startWorker: () => Promise<RunningProcess>;
  readonly setFault: (fault: Fault) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Stands in every history instead of the machine's name. */
const NEUTRAL_NAME = 'fixture';

/** Throws: Error when the Temporal CLI (TICKSCOPE_TEMPORAL_CLI) or a process does not start. */
export async function setStage(): Promise<Stage> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-record-'));
  const server = await TestWorkflowEnvironment.createLocal({ server: { executable: toExecutable() } });
  const mockPort = await findFreePort();
  const mockUrl = `http://127.0.0.1:${mockPort}`;
  const standIns = await startProcess('mockoon/main.ts', {
    TICKSCOPE_DATA: dataFolder,
    TICKSCOPE_MOCK_PORT: String(mockPort),
  });
  const temporal = { TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: server.namespace ?? 'default' };
  const agents = await connectAgentClient({ address: server.address, identity: NEUTRAL_NAME });
  const histories = await connect({ dataFolder, env: temporal });
  return {
    ...{ agents, histories, workflows: server.client.workflow },
    startWorker: () =>
      startProcess('agent/worker/main.ts', {
        ...temporal,
        TICKSCOPE_DATA: dataFolder,
        TICKSCOPE_WORKER_NAME: NEUTRAL_NAME,
        TICKSCOPE_MARKET_URL: `${mockUrl}/market`,
        TICKSCOPE_NEWS_URL: `${mockUrl}/news`,
        TICKSCOPE_BROKER_URL: `${mockUrl}/broker`,
        OPENAI_BASE_URL: `${mockUrl}/v1`,
        OPENAI_API_KEY: 'stand-in',
      }),
    setFault: (fault) => askFaults(mockUrl, { method: 'POST', body: JSON.stringify(fault) }),
    clearFaults: () => askFaults(mockUrl, { method: 'DELETE' }),
    end: async () => {
      await Promise.all([agents.close(), histories.close(), standIns.stop()]);
      await server.teardown();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function toExecutable() {
  const path = process.env.TICKSCOPE_TEMPORAL_CLI;
  if (!path) throw new Error('TICKSCOPE_TEMPORAL_CLI is not set. Try: npm run record');
  return { type: 'existing-path', path } as const;
}

async function askFaults(mockUrl: string, init: RequestInit): Promise<void> {
  const answer = await fetch(`${mockUrl}/control/faults`, {
    ...init,
    headers: { 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`the stand-ins refused: ${answer.status} ${await answer.text()}`);
}

function findFreePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() =>
      typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
    );
  });
  return promise;
}
