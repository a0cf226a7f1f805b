'use client';
import type { AgentState } from '#agent/contract/agent-state.ts';
import { ConfirmButton } from '#app/_ui/confirm-button.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { ToneText } from '#app/_ui/tone.tsx';
import { toActionPath } from '#app/paths.ts';
import type { ActionResult, Send } from '../use-actions.ts';
import { InjectNewsForm } from './inject-news-form.tsx';

/** What a person can do to the running agent, and what became of it. */
export function AgentControls({
  workflowId,
  state,
  actor,
  results,
  send,
}: {
  readonly workflowId: string;
  readonly state: AgentState;
  readonly actor: string;
  readonly results: readonly ActionResult[];
  readonly send: Send;
}) {
  const steer = (action: string, says: string) => (reason: string) =>
    void send({ says, path: toActionPath(workflowId, action), body: { reason } });
  return (
    <section className="card" aria-labelledby="controls-title">
      <header className="flex min-h-10 items-center justify-between gap-4 border-b border-line px-4 py-1.5">
        <h2 id="controls-title" className="font-[600]">
          Act
        </h2>
        <span className="text-xs text-ink-3">acting as {actor}</span>
      </header>
      <div className="grid gap-3 p-4">
        <div className="flex flex-wrap gap-2">
          <button
            type="button"
            className="button"
            onClick={() => steer('fast-forward', 'Fast-forward')('by a click on the live page')}
          >
            Fast-forward
          </button>
          {state.halted ? (
            <ConfirmButton
              label="Resume"
              title="Resume trading?"
              confirm="Resume"
              asksReason
              onConfirm={steer('resume', 'Resume')}
            >
              Orders may leave again. Halted by {state.halted.by}: {state.halted.reason}
            </ConfirmButton>
          ) : (
            <ConfirmButton
              label="Halt"
              title="Halt trading?"
              confirm="Halt"
              tone="bad"
              asksReason
              onConfirm={steer('halt', 'Halt')}
            >
              No order leaves and no tick begins until somebody resumes. An approval that is asked now is
              withdrawn.
            </ConfirmButton>
          )}
          <ConfirmButton
            label="Stop"
            title="Stop the agent?"
            confirm="Stop"
            tone="bad"
            asksReason
            onConfirm={steer('stop', 'Stop')}
          >
            The workflow ends in good order after the present step. It cannot be started again; a new one can.
          </ConfirmButton>
        </div>
        <h3 className="label border-t border-line pt-3">Drills: what the agent must survive</h3>
        <div className="flex flex-wrap gap-2">
          <KillWorker send={send} />
        </div>
        <InjectNewsForm workflowId={workflowId} send={send} />
        <Results results={results} />
      </div>
    </section>
  );
}

function KillWorker({ send }: { readonly send: Send }) {
  return (
    <ConfirmButton
      label="Kill worker"
      title="Kill the worker?"
      confirm="Kill worker"
      onConfirm={() => void send({ says: 'Kill worker', path: '/api/agent/chaos/kill-worker', body: {} })}
    >
      Sends SIGKILL to the process that runs every agent, wherever it is. The histories are on the Temporal
      server: the host starts a new worker after a moment, and each run goes on at its last step. An order
      that is under way is not sent twice.
    </ConfirmButton>
  );
}

function Results({ results }: { readonly results: readonly ActionResult[] }) {
  return (
    <ul aria-live="polite" aria-label="Results of actions" className="grid gap-1 text-xs empty:hidden">
      {results.map((result) => (
        <li key={result.id} className="flex items-start justify-between gap-3">
          <ToneText tone={result.tone}>{result.text}</ToneText>
          <span className="shrink-0 text-ink-3">
            <TimeText time={result.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
