/** Told of each page of a followed run: is it stored as far as the server has it? */
type BusyRunConfirmer = {
  /** Returns at once: events do not wait for the server to say how many there are. */
  readonly afterPage: (eventCount: number) => void;
};

type ConfirmBusyRun = {
  /** How many events the server has. Absent when: it does not say. Never rejects. */
  readonly readLength: () => Promise<number | undefined>;
  /** Notes that all is stored that the server had at this time. */
  readonly confirm: (atMicros: number) => void;
  /** Absent when: the machine's clock. */
  readonly nowMs?: () => number;
};

/** An idle run is confirmed every 20 s, by a long poll that brings nothing; a busy one costs a call more as often as this. */
export const CONFIRM_EVERY_MS = 10_000;

type Asked = { readonly atMicros: number; readonly length: number };

/**
 * Confirms a run that always has something newer: asks for the length of its history now and then, and confirms for that moment as soon
 * as so much is stored. Asks nothing new before that: a copy that stays behind would never get there.
 */
export function createBusyRunConfirmer({
  readLength,
  confirm,
  nowMs = Date.now,
}: ConfirmBusyRun): BusyRunConfirmer {
  let asked: Asked | undefined;
  let isAsking = false;
  // Most runs are read to their end sooner, and cost no call.
  let nextMs = nowMs() + CONFIRM_EVERY_MS;
  const ask = async (): Promise<void> => {
    isAsking = true;
    const atMicros = nowMs() * 1000;
    const length = await readLength();
    if (length !== undefined) asked = { atMicros, length };
    nextMs = nowMs() + CONFIRM_EVERY_MS;
    isAsking = false;
  };
  const afterPage = (eventCount: number): void => {
    if (asked === undefined && !isAsking && nowMs() >= nextMs) void ask();
    if (asked === undefined || eventCount < asked.length) return;
    confirm(asked.atMicros);
    asked = undefined;
  };
  return { afterPage };
}
