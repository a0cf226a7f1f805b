'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { toLivePath } from '#app/paths.ts';

const startedSchema = z.looseObject({ workflowId: z.string() });
const problemSchema = z.looseObject({ detail: z.string() });

/** Starts a trading agent and goes to where it can be watched. */
export function StartForm({ actor }: { readonly actor: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string>();
  const [isStarting, setIsStarting] = useState(false);
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsStarting(true);
    const outcome = await postStart(new FormData(event.currentTarget));
    setIsStarting(false);
    setProblem(outcome.problem);
    if (outcome.workflowId !== undefined) router.push(toLivePath(outcome.workflowId));
  };
  return (
    <form className="grid gap-3" onSubmit={start}>
      <div className="grid grid-cols-2 gap-3">
        <label>
          <span className="label">Ticker</span>
          <input
            name="ticker"
            className="field mt-1 font-mono uppercase"
            defaultValue="NVDA"
            required
            pattern="[A-Za-z][A-Za-z0-9.\-]{0,9}"
          />
        </label>
        <label>
          <span className="label">Seconds between ticks</span>
          <input
            name="tickSeconds"
            className="field mt-1"
            type="number"
            min="0"
            max="86400"
            defaultValue="10"
            required
          />
        </label>
        <label>
          <span className="label">Stop after ticks (empty: never)</span>
          <input name="maxTicks" className="field mt-1" type="number" min="1" max="100000" />
        </label>
        <label>
          <span className="label">Model (empty: the default)</span>
          <input name="model" className="field mt-1 font-mono" maxLength={200} />
        </label>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button button-main" disabled={isStarting}>
          {isStarting ? 'Starting' : 'Start agent'}
        </button>
        <span className="text-xs text-ink-3">acting as {actor}; trades on paper only</span>
      </div>
      {problem !== undefined && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
    </form>
  );
}

async function postStart(
  form: FormData,
): Promise<{ readonly workflowId?: string; readonly problem?: string }> {
  const [maxTicks, model] = [String(form.get('maxTicks')), String(form.get('model')).trim()];
  try {
    const response = await fetch('/api/agent/start', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ticker: String(form.get('ticker')).toUpperCase(),
        tickSeconds: Number(form.get('tickSeconds')),
        ...(maxTicks === '' ? {} : { maxTicks: Number(maxTicks) }),
        ...(model === '' ? {} : { model }),
      }),
    });
    const body: unknown = await response.json();
    if (response.ok) return { workflowId: startedSchema.parse(body).workflowId };
    return {
      problem: problemSchema.safeParse(body).data?.detail ?? `The server answered ${response.status}.`,
    };
  } catch {
    return { problem: 'The server of this page does not answer.' };
  }
}
