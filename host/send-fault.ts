import type { Fault } from './control-messages.ts';

const ANSWER_TIMEOUT_MS = 5_000;

/** Passes a fault on to the stand-ins. Throws: they do not answer or refuse it. */
export async function sendFault(mockUrl: string, fault: Fault): Promise<void> {
  const answer = await fetch(`${mockUrl}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  if (!answer.ok)
    throw new Error(`The stand-ins refused the fault with ${answer.status}: ${await answer.text()}`);
}
