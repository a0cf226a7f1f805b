'use client';
import { useCallback, useState } from 'react';
import { z } from 'zod';

/** What became of one action. */
export type ActionResult = {
  readonly id: number;
  readonly text: string;
  readonly tone: 'pending' | 'good' | 'bad';
  /** RFC 3339, this machine's clock. */
  readonly at: string;
};

export type Send = (action: {
  readonly says: string;
  readonly path: string;
  readonly body: unknown;
}) => Promise<boolean>;

const KEPT = 6;
const problemSchema = z.looseObject({ detail: z.string() });

/** Sends actions and keeps what became of the last ones, newest first. */
export function useActions(): { readonly results: readonly ActionResult[]; readonly send: Send } {
  const [results, setResults] = useState<readonly ActionResult[]>([]);
  const put = useCallback((result: ActionResult) => {
    setResults((before) => [result, ...before.filter((other) => other.id !== result.id)].slice(0, KEPT));
  }, []);
  const send: Send = useCallback(
    async ({ says, path, body }) => {
      const id = Math.random();
      const at = new Date().toISOString();
      put({ id, at, tone: 'pending', text: `${says}: sending` });
      const problem = await post(path, body);
      put({
        id,
        at,
        tone: problem === undefined ? 'good' : 'bad',
        text: problem === undefined ? `${says}: sent` : `${says}: ${problem}`,
      });
      return problem === undefined;
    },
    [put],
  );
  return { results, send };
}

/** Absent when: the server took it. */
async function post(path: string, body: unknown): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return undefined;
    return (
      problemSchema.safeParse(await response.json()).data?.detail ?? `the server answered ${response.status}`
    );
  } catch {
    return 'the server of this page does not answer';
  }
}
