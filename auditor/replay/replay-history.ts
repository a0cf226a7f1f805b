import type { ReplayResult } from '../model/replay-result.ts';
import { describeDecision } from './describe-decision.ts';
import { extractDivergence, toSentence } from './extract-divergence.ts';
import { findDivergingEvent } from './find-diverging-event.ts';
import { findWorkflowTask } from './find-workflow-task.ts';
import { decodeEvents, encodeEvents, eventIdOf, type TemporalHistoryEvent } from './history-events.ts';
import type { ReplayInput, UnreadableInput } from './replay-input.ts';
import type { ReplayOutcome, ReplayProcess } from './replay-process.ts';
import { findBrokenRule } from './validate-history.ts';

type ReplayTools = {
  readonly process: ReplayProcess;
  readonly bundlePath: string;
  readonly bundleDigest: string;
  /** Absent when: 30 s and 5 ms per event. */
  readonly limitMs?: number;
};

// 48,011 events replayed in 71 s on a small machine; this is three times that. A malformed history that slips through never ends.
const LIMIT_BASE_MS = 30_000;
const LIMIT_PER_EVENT_MS = 5;

const UNKNOWN = 'unknown';

type Judgement = Pick<ReplayResult, 'verdict' | 'reason' | 'divergence'>;

/** Validates and replays one history. Throws: never for what the history holds; that is a verdict. */
export async function replayHistory(
  input: ReplayInput | UnreadableInput,
  tools: ReplayTools,
): Promise<ReplayResult> {
  const startedMs = performance.now();
  const finish = (events: readonly TemporalHistoryEvent[], judgement: Judgement): ReplayResult => ({
    name: input.name,
    ...judgement,
    workflowId: toWorkflowId(input, events),
    workflowType: events[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name || UNKNOWN,
    eventCount: events.length,
    durationMs: Math.round(performance.now() - startedMs),
    bundleDigest: tools.bundleDigest,
  });
  if ('reason' in input) return finish([], notReplayable(input.reason));
  const events = decodeOrExplain(input.history);
  if (typeof events === 'string') return finish([], notReplayable(events));
  const broken = findBrokenRule(events);
  if (broken) return finish(events, notReplayable(`${broken.rule}: ${broken.message}`));
  return finish(events, await judge(events, toWorkflowId(input, events), tools));
}

async function judge(
  events: readonly TemporalHistoryEvent[],
  workflowId: string,
  { process, bundlePath, limitMs }: ReplayTools,
): Promise<Judgement> {
  const replay = (eventCount: number): Promise<ReplayOutcome> =>
    process.replay(
      { bundlePath, workflowId, history: encodeEvents(events.slice(0, eventCount)) },
      limitMs ?? LIMIT_BASE_MS + LIMIT_PER_EVENT_MS * eventCount,
    );
  const outcome = await replay(events.length);
  if (outcome.kind === 'match') return { verdict: 'match' };
  if (outcome.kind === 'no-answer') return notReplayable(`replay did not finish: ${outcome.detail}`);
  if (!isDivergence(outcome)) return notReplayable(toSentence(outcome.message));
  return diverged(events, outcome.message, async (eventCount) => {
    const cut = await replay(eventCount);
    return cut.kind === 'no-answer' ? undefined : isDivergence(cut);
  });
}

async function diverged(
  events: readonly TemporalHistoryEvent[],
  message: string,
  divergesAt: (eventCount: number) => Promise<boolean | undefined>,
): Promise<Judgement> {
  const said = extractDivergence(message);
  const eventId = said.eventId ?? (await findDivergingEvent(events, divergesAt));
  const event = events.find((candidate) => eventIdOf(candidate) === eventId);
  const recorded = event ? describeDecision(event) : said.recorded;
  const workflowTaskEventId = eventId === undefined ? undefined : findWorkflowTask(events, eventId);
  return {
    verdict: 'diverged',
    reason: recorded && said.replayed ? `the history ${recorded}, the code ${said.replayed}` : said.sentence,
    ...(eventId !== undefined &&
      workflowTaskEventId !== undefined && {
        divergence: {
          workflowTaskEventId,
          eventId,
          ...(recorded !== undefined && { recorded }),
          ...(said.replayed !== undefined && { replayed: said.replayed }),
        },
      }),
  };
}

const isDivergence = (outcome: ReplayOutcome): boolean =>
  outcome.kind === 'failed' && outcome.errorName === 'DeterminismViolationError';

const notReplayable = (reason: string): Judgement => ({ verdict: 'not-replayable', reason });

const toWorkflowId = (
  input: ReplayInput | UnreadableInput,
  [first]: readonly TemporalHistoryEvent[],
): string =>
  ('workflowId' in input ? input.workflowId : undefined) ||
  first?.workflowExecutionStartedEventAttributes?.workflowId ||
  UNKNOWN;

function decodeOrExplain(history: Uint8Array): readonly TemporalHistoryEvent[] | string {
  try {
    return decodeEvents(history);
  } catch (error) {
    return `it is not a history: ${error instanceof Error ? error.message : String(error)}`;
  }
}
