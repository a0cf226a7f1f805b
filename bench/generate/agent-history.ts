import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isJsonList } from '#auditor/base/json-members.ts';
import { isJsonObject, isPayload } from '#auditor/base/payload.ts';
import type { Json, JsonObject } from '#auditor/model/history-event.ts';

/** A real run of twenty ticks: two model calls and their tools, orders, approvals. */
const RECORDING = fileURLToPath(
  new URL('../../replay-fixtures/histories/normal-20-ticks.history.json', import.meta.url),
);
const FIRST_OF_TICK_1 = 60;
const TICKS = 20;
/** Workflow task and end of the recorded run. */
const CLOSING_EVENTS = 4;

type AgentHistory = { readonly workflowId: string; readonly runId: string; readonly events: number };

/**
 * A long run of the trading agent: the recorded ticks again and again, with ids, times, tick numbers and references that go on.
 *
 * Order: by event id. An open run, so that any number of events is a whole history.
 */
export function* toAgentHistory({ workflowId, runId, events }: AgentHistory): Generator<JsonObject> {
  const { events: recorded }: { events: JsonObject[] } = JSON.parse(readFileSync(RECORDING, 'utf8'));
  const head = recorded.slice(0, FIRST_OF_TICK_1 - 1);
  const block = recorded.slice(FIRST_OF_TICK_1 - 1, -CLOSING_EVENTS);
  const blockMs = toMs(block.at(-1)) - toMs(block[0]) + 1_000;
  let written = 0;
  for (const event of head) {
    if (written++ >= events) return;
    yield written === 1 ? withIds(event, workflowId, runId) : event;
  }
  for (let round = 0; ; round += 1) {
    const shift = { ids: round * block.length, ticks: round * TICKS, ms: round * blockMs, round };
    for (const event of block) {
      if (written++ >= events) return;
      yield shiftEvent(event, shift);
    }
  }
}

type Shift = { readonly ids: number; readonly ticks: number; readonly ms: number; readonly round: number };

function shiftEvent(event: JsonObject, shift: Shift): JsonObject {
  const moved = move(event, shift);
  const time = new Date(toMs(event) + shift.ms).toISOString().slice(0, 23);
  const digits = String(event.eventTime).slice(23, 29);
  return {
    ...(isJsonObject(moved) ? moved : {}),
    eventTime: `${time}${/^\d+$/.test(digits) ? digits : '000001'}Z`,
    taskId: String(Number(event.taskId) + shift.ids * 2),
  };
}

const isReference = (key: string): boolean => key.endsWith('EventId') || key === 'eventId';

function move(value: Json, shift: Shift): Json {
  if (isPayload(value)) return movePayload(value, shift);
  if (isJsonList(value)) return value.map((item) => move(item, shift));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]): [string, Json] => {
      if (!isReference(key)) return [key, move(child, shift)];
      return [key, Number(child) < FIRST_OF_TICK_1 ? child : String(Number(child) + shift.ids)];
    }),
  );
}

function movePayload(payload: JsonObject, { ticks, round }: Shift): JsonObject {
  if (typeof payload.data !== 'string') return payload;
  const text = Buffer.from(payload.data, 'base64').toString('utf8');
  const moved = text
    .replace(/"tick":(\d+)/g, (_, tick: string) => `"tick":${Number(tick) + ticks}`)
    .replace(/^"tick (\d+)"$/, (_, tick: string) => `"tick ${Number(tick) + ticks}"`)
    .replace(/-t(\d+)\b/g, (_, tick: string) => `-t${Number(tick) + ticks}`)
    .replace(
      /\b(call|resp|msg)[_-]([0-9a-f]{6,})/g,
      (_, kind: string, id: string) => `${kind}_${id}r${round}`,
    );
  return { ...payload, data: Buffer.from(moved).toString('base64') };
}

const toMs = (event: JsonObject | undefined): number => Date.parse(String(event?.eventTime));

function withIds(event: JsonObject, workflowId: string, runId: string): JsonObject {
  const key = 'workflowExecutionStartedEventAttributes';
  const attributes = event[key];
  return {
    ...event,
    [key]: {
      ...(isJsonObject(attributes) ? attributes : {}),
      ...{ workflowId, originalExecutionRunId: runId, firstExecutionRunId: runId },
    },
  };
}
