import { type HistoryWriter, toRunOf } from '../../../decision-tree/_recorded/history-writer.ts';
import type { Carry } from '../../../model/adapter.ts';
import type { AnswerSection } from '../../../model/answer.ts';
import type { Decision } from '../../../model/decision.ts';
import { type ToldTick, tellTicks } from '../../_recorded/tell-ticks.ts';
import { AGENT_WORKFLOW } from '../names-v1.ts';
import { tradingAdapter } from '../trading-adapter.ts';

/** Every tick of a written history, as the trading adapter explains it. */
export function explainAll(history: HistoryWriter, carry?: Carry): readonly ToldTick[] {
  const { events } = history;
  return tellTicks({ run: toRunOf(AGENT_WORKFLOW, events), adapter: tradingAdapter, carry, events });
}

/** The last tick of a written history. */
export function explainLast(history: HistoryWriter, carry?: Carry): ToldTick['tick'] {
  const last = explainAll(history, carry).at(-1);
  if (!last) throw new Error('no tick was written');
  return last.tick;
}

export const toHeadline = (history: HistoryWriter, carry?: Carry): string =>
  explainLast(history, carry)
    .answer.headline.map(({ text }) => text)
    .join(' ');

/** A section of the last tick's answer. */
export function findSection(history: HistoryWriter, id: string, carry?: Carry): AnswerSection | undefined {
  return explainLast(history, carry).answer.sections.find((section) => section.id === id);
}

/** A section's sentences, quotations behind a bar. */
export function toTexts(section: AnswerSection | undefined): readonly string[] {
  return (section?.statements ?? []).map(({ text, quote }) =>
    quote === undefined ? text : `${text} | ${quote}`,
  );
}

/** A node of the last tick's tree by its kind. */
export function findNode(
  history: HistoryWriter,
  kind: Decision['kind'],
  carry?: Carry,
): Decision | undefined {
  return explainLast(history, carry).tree.find((node) => node.kind === kind);
}
