'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type Tone, ToneText } from '#app/_ui/tone.tsx';

const healthSchema = z.looseObject({
  host: z.looseObject({
    model: z.string(),
    temporalAddress: z.string(),
    processes: z.array(
      z.looseObject({
        name: z.string(),
        state: z.string(),
        restartCount: z.number(),
        lastEnd: z.string().optional(),
      }),
    ),
  }),
});
const problemSchema = z.looseObject({ detail: z.string() });
type Health = z.infer<typeof healthSchema>['host'];

const LOOK_EVERY_MS = 3000;
const NAMES: Readonly<Record<string, string>> = {
  temporal: 'Temporal server',
  mockoon: 'Stand-ins (market, news, broker, model)',
  worker: "Agent's worker",
  follower: 'Follower of histories',
};
const TONES: Readonly<Record<string, Tone>> = {
  starting: 'pending',
  ready: 'good',
  restarting: 'warn',
  'gave-up': 'bad',
  stopped: 'neutral',
};

/** How the processes behind the page are. */
export function ProcessHealth() {
  const [health, setHealth] = useState<Health>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const look = async () => {
      const found = await readHealth();
      if (found.host) setHealth(found.host);
      setProblem(found.problem);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="grid gap-2">
      {!health && problem === undefined && <span className="text-ink-3">asking the host</span>}
      {problem !== undefined && <ToneText tone="warn">{problem}</ToneText>}
      {health?.processes.map((process) => (
        <div key={process.name} className="flex items-start justify-between gap-3">
          <span>{NAMES[process.name] ?? process.name}</span>
          <span className="shrink-0 text-right" title={process.lastEnd}>
            <ToneText tone={TONES[process.state] ?? 'neutral'}>{process.state}</ToneText>
            {process.restartCount > 0 && (
              <span className="block text-2xs text-ink-3">
                started again {process.restartCount} {process.restartCount === 1 ? 'time' : 'times'}
              </span>
            )}
          </span>
        </div>
      ))}
      {health && (
        <p className="border-t border-line pt-2 text-xs text-ink-3">
          Temporal at {health.temporalAddress}; the model is{' '}
          {health.model === 'external' ? 'an outside endpoint' : 'the stand-in'}
        </p>
      )}
    </div>
  );
}

async function readHealth(): Promise<{ readonly host?: Health; readonly problem?: string }> {
  try {
    const response = await fetch('/api/agent/health');
    const body: unknown = await response.json();
    if (response.ok) return { host: healthSchema.parse(body).host };
    return {
      problem: problemSchema.safeParse(body).data?.detail ?? `The server answered ${response.status}.`,
    };
  } catch {
    return { problem: 'The server of this page does not answer.' };
  }
}
