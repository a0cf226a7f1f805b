import { toDecodedEvent } from '../../base/decode-event.ts';
import { type DerivedTick, deriveTicks } from '../../decision-tree/derive-ticks.ts';
import type { Adapter, Carry } from '../../model/adapter.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { FrameworkReader } from '../../model/model-call.ts';
import type { Run } from '../../model/run.ts';
import type { Tick } from '../../model/tick.ts';
import { createFrameworks } from '../all-frameworks.ts';

/** A tick with its story, and what the tick after it has to know. */
export type ToldTick = Pick<DerivedTick, 'carryAfter' | 'span'> & { readonly tick: Tick };

export type EventsToTell = {
  readonly run: Run;
  readonly adapter: Adapter;
  readonly carry?: Carry | undefined;
  readonly events: readonly HistoryEvent[];
  readonly readers?: readonly FrameworkReader[];
};

/** Every tick of these events with tree and answer, as index and reader make them together. */
export function tellTicks({ run, adapter, carry, events, readers }: EventsToTell): readonly ToldTick[] {
  const frameworks = createFrameworks(readers);
  const derived = deriveTicks({ run, adapter, frameworks, carry, events: events.map(toDecodedEvent) });
  return derived.map(({ tick, span, carryBefore, carryAfter }) => ({
    tick: { ...tick, ...adapter.tell(span, run, carryBefore) },
    ...{ span, carryAfter },
  }));
}
