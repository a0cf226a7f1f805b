import { cite } from '../../base/cite.ts';
import { member, numberMember, objectMember, textMember } from '../../base/json-members.ts';
import type { Remembered } from '../../model/adapter.ts';
import { isHalted } from './conclude.ts';
import { listInjectedNews, toRememberedNews } from './observed-news.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';

/** What later ticks of the chain need of this one: strategy, contract version, kill switch, injected news. */
export function remember(tick: TradingTick): { readonly [name: string]: Remembered } {
  const { halted: _, ...before } = tick.remembered;
  const news = toRememberedNews(listInjectedNews(tick));
  const halted = findHalt(tick);
  return {
    ...before,
    ...fromStart(tick),
    ...fromSelection(tick),
    ...(news ? { injectedNews: news } : {}),
    ...(halted ? { halted } : {}),
  };
}

function fromStart({ runId, span }: TradingTick): { readonly [name: string]: Remembered } {
  const [first] = span.events;
  if (first?.eventType !== 'WORKFLOW_EXECUTION_STARTED') return {};
  const inputs = member(first.attributes, 'input');
  const input = Array.isArray(inputs) ? inputs[0] : undefined;
  const version = numberMember(input, 'contractVersion');
  const winner = textMember(objectMember(objectMember(input, 'carried'), 'selection'), 'winner');
  const at = (...path: readonly string[]) => cite(runId, first, ['input', 0, ...path]);
  return {
    ...(version === undefined
      ? {}
      : { contractVersion: { value: version, citation: at('contractVersion') } }),
    ...(winner === undefined
      ? {}
      : { strategy: { value: winner, citation: at('carried', 'selection', 'winner') } }),
  };
}

function fromSelection({ runId, selection }: TradingTick): { readonly [name: string]: Remembered } {
  if (!selection) return {};
  return { strategy: { value: selection.value.winner, citation: citeIn(runId, selection, 'winner') } };
}

function findHalt(tick: TradingTick): Remembered | undefined {
  if (!isHalted(tick)) return undefined;
  const signal = tick.signals.findLast(({ name }) => name === 'halt');
  return signal ? { value: true, citation: cite(tick.runId, signal.event) } : tick.remembered.halted;
}
