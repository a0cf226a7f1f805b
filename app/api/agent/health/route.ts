import { actorName } from '#app/_server/actor.ts';
import { dataFolder } from '#app/_server/data-folder.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { sendProblem } from '#app/api/_http/problem.ts';
import { checkRequest } from '#app/api/agent/_act/check-request.ts';
import { createControlClient } from '#host/control-client.ts';

/** How the processes are that the host runs, and who acts through this server. */
export function GET(request: Request) {
  return answer(async () => {
    const refusal = checkRequest(request);
    if (refusal) return sendProblem(refusal);
    return sendJson({ actor: actorName(), host: await createControlClient(dataFolder()).status() });
  });
}
