import type { AgentState } from '#agent/contract/agent-state.ts';
import { type Tone, ToneBadge } from '#app/_ui/tone.tsx';

const PHASES: Record<AgentState['phase'], { readonly tone: Tone; readonly text: string }> = {
  discovering: { tone: 'pending', text: 'testing strategies' },
  waiting: { tone: 'neutral', text: 'waiting for the next tick' },
  deciding: { tone: 'pending', text: 'deciding' },
  'awaiting-approval': { tone: 'warn', text: 'waits for approval' },
  ordering: { tone: 'pending', text: 'sending an order' },
  halted: { tone: 'bad', text: 'halted' },
  stopped: { tone: 'neutral', text: 'stopped' },
  failed: { tone: 'bad', text: 'failed' },
};

export function Phase({ phase }: { readonly phase: AgentState['phase'] }) {
  return <ToneBadge tone={PHASES[phase].tone}>{PHASES[phase].text}</ToneBadge>;
}
