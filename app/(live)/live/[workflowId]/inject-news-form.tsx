'use client';
import { useState } from 'react';
import { toActionPath } from '#app/paths.ts';
import type { Send } from '../use-actions.ts';

const EXAMPLE = 'Regulator opens a fraud inquiry into the company';

/** Gives the agent a headline of one's own for two ticks, as a drill. */
export function InjectNewsForm({ workflowId, send }: { readonly workflowId: string; readonly send: Send }) {
  const [headline, setHeadline] = useState(EXAMPLE);
  const [sentiment, setSentiment] = useState('-0.8');
  return (
    <details className="rounded-md border border-line">
      <summary className="px-3 py-2 font-[550]">Inject bad news</summary>
      <form
        className="grid gap-3 border-t border-line p-3"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { headline: headline.trim(), sentiment: Number(sentiment) };
          void send({ says: 'Inject news', path: toActionPath(workflowId, 'inject-news'), body });
        }}
      >
        <label>
          <span className="label">Headline</span>
          <input
            className="field mt-1"
            required
            maxLength={500}
            value={headline}
            onChange={(event) => setHeadline(event.target.value)}
          />
        </label>
        <div className="flex items-end gap-3">
          <label className="w-32">
            <span className="label">Sentiment, −1 to 1</span>
            <input
              className="field mt-1"
              required
              type="number"
              min="-1"
              max="1"
              step="0.1"
              value={sentiment}
              onChange={(event) => setSentiment(event.target.value)}
            />
          </label>
          <button type="submit" className="button">
            Inject for two ticks
          </button>
        </div>
        <p className="text-xs text-ink-3">
          The history says who injected it, so nobody takes it for real news.
        </p>
      </form>
    </details>
  );
}
