import type { Json } from '../../model/history-event.ts';
import type { TradingTick } from './read-tick.ts';
import type { Recorded } from './recorded.ts';
import { byV1, type ExecutionReportV1 } from './schemas-v1.ts';

/** What became of a tick. `during` names the last step that had begun when nothing more is recorded. */
export type Conclusion =
  | { readonly kind: 'filled' | 'order-rejected'; readonly report: Recorded<ExecutionReportV1> }
  | { readonly kind: 'held' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'approval-rejected' | 'approval-timed-out' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'discovered' | 'discovery-failed' }
  | { readonly kind: 'ended'; readonly during: Phase }
  | { readonly kind: 'in-progress'; readonly during: Phase };

export type Phase =
  | 'discovering'
  | 'waiting'
  | 'halted'
  | 'observing'
  | 'deciding'
  | 'checking'
  | 'awaiting-approval'
  | 'ordering';

/** Decides from the record alone, the furthest step first. */
export function conclude(tick: TradingTick): Conclusion {
  const report = tick.lookup?.result ?? tick.order?.result;
  if (report) return { kind: report.value.ordStatus === 'FILLED' ? 'filled' : 'order-rejected', report };
  if (tick.note) return { kind: tick.note.value.outcome };
  if (tick.span.tick === 0) return concludeDiscovery(tick);
  const approval = tick.approval.latest?.value.status;
  if (approval === 'rejected') return { kind: 'approval-rejected' };
  if (approval === 'timed-out') return { kind: 'approval-timed-out' };
  if (approval === 'withdrawn') return { kind: 'withheld' };
  if (tick.check?.result?.value.outcome === 'block') return { kind: 'blocked' };
  if (tick.intent?.value.action === 'HOLD' && !tick.check) return { kind: 'held' };
  return toUnfinished(tick, toPhase(tick));
}

function concludeDiscovery(tick: TradingTick): Conclusion {
  if (tick.selection) return { kind: 'discovered' };
  if (tick.end?.eventType === 'WORKFLOW_EXECUTION_FAILED') return { kind: 'discovery-failed' };
  return toUnfinished(tick, 'discovering');
}

function toUnfinished({ span }: TradingTick, during: Phase): Conclusion {
  return { kind: span.status === 'open' ? 'in-progress' : 'ended', during };
}

function toPhase(tick: TradingTick): Phase {
  if (tick.order) return 'ordering';
  const approval = tick.approval.latest?.value.status;
  if (approval === 'pending') return 'awaiting-approval';
  if (approval === 'approved') return 'ordering';
  if (tick.check) return tick.check.result ? 'ordering' : 'checking';
  if (tick.modelCalls.length > 0) return 'deciding';
  if (tick.market ?? tick.news) return 'observing';
  return isHalted(tick) ? 'halted' : 'waiting';
}

/** Whether the last word on the kill switch, in this tick or before it, was `halt`. */
export function isHalted({ signals, remembered }: TradingTick): boolean {
  const last = signals.findLast(({ name, argument }) => name === 'halt' || isObeyedResume(name, argument));
  return last ? last.name === 'halt' : remembered.halted !== undefined;
}

/** Resuming is a named person's decision; the agent ignores a signal without one. */
function isObeyedResume(name: string, argument: Json | undefined): boolean {
  return name === 'resume' && byV1.safeParse(argument).success;
}
