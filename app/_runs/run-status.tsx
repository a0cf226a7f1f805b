import { type Tone, ToneText } from '#app/_ui/tone.tsx';
import type { RunStatus } from '#auditor/model/run.ts';

const TONES: Record<RunStatus, Tone> = {
  running: 'pending',
  completed: 'good',
  failed: 'bad',
  canceled: 'warn',
  terminated: 'warn',
  'continued-as-new': 'neutral',
  'timed-out': 'bad',
  unknown: 'warn',
};

export function RunStatusText({ status }: { readonly status: RunStatus }) {
  return <ToneText tone={TONES[status]}>{status}</ToneText>;
}
