import { dataFolder } from '#app/_server/data-folder.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { sendProblem } from '#app/api/_http/problem.ts';
import { checkRequest } from '#app/api/agent/_act/check-request.ts';
import { createControlClient } from '#host/control-client.ts';

/** SIGKILL to the agent's worker. */
export function POST(request: Request) {
  return answer(async () => {
    const refusal = checkRequest(request);
    if (refusal) return sendProblem(refusal);
    await createControlClient(dataFolder()).killWorker();
    return sendJson({ sent: true });
  });
}
