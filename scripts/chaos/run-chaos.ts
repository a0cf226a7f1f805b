import { setTimeout as delay } from 'node:timers/promises';
import type { AgentClient } from '../../agent/client/agent-client.ts';
import { connectAgentClient } from '../../agent/client/connect-agent-client.ts';
import type { AgentInput } from '../../agent/contract/agent-input.ts';
import { CANDIDATE_STRATEGIES, toAgentInput } from '../../agent/contract/default-input.ts';
import { connect } from '../../auditor/history/connect.ts';
import { applyVariables } from '../../host/apply-variables.ts';
import { toTemporalVariables } from '../../host/child-environment.ts';
import { createControlClient } from '../../host/control-client.ts';
import { type ChaosReport, toRecovery } from './chaos-report.ts';
import { compareOrders } from './compare-orders.ts';
import { readOrderFacts } from './expected-orders.ts';
import { killWorkers } from './kill-workers.ts';
import { createObserver, type Observer } from './observe-agent.ts';
import { planKills } from './plan-kills.ts';
import { readBrokerFile } from './read-broker-file.ts';
import { readChainEvents } from './read-chain-events.ts';

const WORKFLOW_ID = 'chaos';
/** A chain of several runs: kills must not be survived by luck of one history alone. */
const TICKS_PER_RUN = 100;
const LOOK_EVERY_MS = 2_000;
const PROGRESS_EVERY_MS = 5_000;
/** The run is listed a moment after it has started, and again a moment after it was continued. */
const ABSENCES_UNTIL_OVER = 3;

interface ChaosOptions {
  readonly dataFolder: string;
  readonly ticks: number;
  readonly kills: number;
  readonly seed: number;
  readonly limitMs: number;
  readonly say: (text: string) => void;
}

/** Limits and cash so wide that orders go on until the last tick; approvals are asked as ever. */
function toInput(ticks: number): AgentInput {
  return toAgentInput({
    ticker: 'NVDA',
    startedBy: 'chaos',
    historyRange: '6mo',
    // Trend followers trade most often on the stand-in's market.
    candidateStrategies: CANDIDATE_STRATEGIES.filter(
      ({ family }) => family === 'MACD' || family === 'EMA_CROSS',
    ),
    limits: {
      maxNotionalPerTradeCents: 50_000_00,
      maxDailyNotionalCents: 1_000_000_000_00,
      maxPositionRatio: 0.25,
      approvalThresholdCents: 10_000_00,
    },
    startingCashCents: 10_000_000_00,
    approvalTimeoutSeconds: 600,
    tickSeconds: 0,
    maxTicks: ticks,
    ticksPerRun: TICKS_PER_RUN,
  });
}

/** Temporal's word for how the chain ended. Absent when: it still runs. */
async function findEnd(client: AgentClient): Promise<string | undefined> {
  const newest = (await client.listAgents()).find(({ workflowId }) => workflowId === WORKFLOW_ID);
  return newest === undefined || newest.status === 'RUNNING' || newest.status === 'CONTINUED_AS_NEW'
    ? undefined
    : newest.status;
}

async function waitForEnd(client: AgentClient, limitMs: number): Promise<string> {
  const deadline = performance.now() + limitMs;
  for (let sightings = 0; performance.now() < deadline; ) {
    const end = await findEnd(client);
    sightings = end === undefined ? 0 : sightings + 1;
    if (end !== undefined && sightings >= ABSENCES_UNTIL_OVER) return end;
    await delay(LOOK_EVERY_MS);
  }
  return 'RUNNING';
}

async function tradeUnderKills(client: AgentClient, observer: Observer, options: ChaosOptions) {
  const { dataFolder, ticks, kills, seed, limitMs, say } = options;
  const stop = new AbortController();
  const startedAt = performance.now();
  let killCount = 0;
  const progress = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const { tick = 0, orderCount = 0 } = observer.state() ?? {};
    say(`${seconds} s: tick ${tick} of ${ticks}, ${killCount} of ${kills} kills, ${orderCount} orders`);
  }, PROGRESS_EVERY_MS);
  const observing = observer.run(stop.signal);
  const killing = killWorkers({
    control: createControlClient(dataFolder),
    plan: planKills({ ticks, kills, seed }),
    tick: () => observer.state()?.tick,
    isOver: () => stop.signal.aborted,
    onKill: (count) => {
      killCount = count;
    },
  });
  try {
    const status = await waitForEnd(client, limitMs);
    const durationMs = performance.now() - startedAt;
    const final = await client.getState(WORKFLOW_ID);
    stop.abort();
    await observing;
    return { status, durationMs, final, done: await killing };
  } finally {
    stop.abort();
    clearInterval(progress);
  }
}

/** One run under random kills, against a host that runs in `dataFolder`; then histories and broker compared. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { dataFolder, ticks, kills, seed } = options;
  const host = await createControlClient(dataFolder).status();
  // This process belongs to one run: its Temporal clients know no other server.
  applyVariables(toTemporalVariables(process.env, host.temporalAddress, host.namespace));
  const client = await connectAgentClient({ identity: 'tickscope-chaos' });
  const server = await connect({ dataFolder, env: process.env });
  try {
    await client.startAgent(toInput(ticks), { workflowId: WORKFLOW_ID });
    const observer = createObserver(client, WORKFLOW_ID, seed);
    const { status, durationMs, final, done } = await tradeUnderKills(client, observer, options);
    const facts = readOrderFacts(WORKFLOW_ID, await readChainEvents(server, WORKFLOW_ID));
    const booked = await readBrokerFile(dataFolder, WORKFLOW_ID);
    const { positionQty, ...comparison } = compareOrders(facts.expected, booked);
    return {
      ...{ seed, status, durationMs: Math.round(durationMs) },
      finished: status === 'COMPLETED' && final.tick >= ticks,
      ...{ ticks: final.tick, plannedTicks: ticks, kills: done.length, plannedKills: kills },
      ...{ intents: facts.intentCount, approvals: facts.approvalCount },
      ...{ retriedActivities: facts.retriedCount, expectedOrders: facts.expected.size },
      ...{ brokerOrders: booked.length, ...comparison },
      ...{ workflowPositionQty: final.account.positionQty, brokerPositionQty: positionQty },
      recoveryMs: toRecovery(done.map(({ recoveryMs }) => recoveryMs)),
    };
  } finally {
    await Promise.all([client.close(), server.close()]);
  }
}
