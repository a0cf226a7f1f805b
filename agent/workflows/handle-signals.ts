import { defineQuery, defineSignal, log, setHandler } from '@temporalio/workflow';
import type { AgentState } from '../contract/agent-state.ts';
import { SIGNALS, STATE_QUERY } from '../contract/names.ts';
import { type By, bySchema, injectedNewsSchema } from '../contract/signals.ts';
import type { AgentMemory } from './agent-run.ts';
import { receiveAnswer } from './receive-answer.ts';

/** Ticks for which injected news is shown. */
const NEWS_TICKS = 2;

/** News kept at once; more would only fill the prompt. */
const MAX_INJECTED_NEWS = 10;

/** Registers every signal and the query. Handlers are synchronous, so none is ever half done when a run ends. */
export function handleSignals(memory: AgentMemory): void {
  const onSignal = (name: string, handle: (raw: unknown) => void) =>
    setHandler(defineSignal<[unknown]>(name), handle);
  setHandler(defineQuery<AgentState>(STATE_QUERY), () => memory.state);
  onSignal(SIGNALS.approveTrade, (raw) => receiveAnswer(memory, 'approveTrade', raw));
  onSignal(SIGNALS.rejectTrade, (raw) => receiveAnswer(memory, 'rejectTrade', raw));
  onSignal(SIGNALS.injectNews, (raw) => injectNews(memory, raw));
  onSignal(SIGNALS.resume, (raw) => resume(memory, raw));
  onSignal(SIGNALS.fastForwardTick, () => {
    memory.fastForward = true;
  });
  onSignal(SIGNALS.stop, (raw) => {
    memory.state.stopping ??= toBy(raw);
  });
  onSignal(SIGNALS.halt, (raw) => {
    memory.state.halted ??= toBy(raw);
  });
}

/** A kill switch obeys whoever pulls it, also when the name is missing or the argument is broken. */
function toBy(raw: unknown): By {
  const parsed = bySchema.safeParse(raw);
  return parsed.success ? parsed.data : { by: 'unknown', reason: 'the signal named no person' };
}

/** Resuming is a decision of a named person: an argument without one is not obeyed. */
function resume(memory: AgentMemory, raw: unknown): void {
  const parsed = bySchema.safeParse(raw);
  if (parsed.success) delete memory.state.halted;
  else log.warn('resume ignored: it names no person');
}

function injectNews(memory: AgentMemory, raw: unknown): void {
  const parsed = injectedNewsSchema.safeParse(raw);
  if (!parsed.success) {
    log.warn('injectNews ignored: its argument is no news');
    return;
  }
  const added = { news: parsed.data, ticksLeft: NEWS_TICKS };
  memory.injectedNews = [...memory.injectedNews, added].slice(-MAX_INJECTED_NEWS);
}
