import { sharedIndex } from '#app/_server/shared-index.ts';
import { sendAnswer } from '#app/api/_http/send-answer.ts';
import { answerRequest, toProblemAnswer } from '#auditor/query/api/answer-request.ts';
import { API_BASE } from '#auditor/query/api/find-route.ts';
import { ALLOWED_METHODS, refuseMethod } from '#auditor/query/api/refuse-call.ts';

/** Every question to the index, as `tickscope serve` answers it; of any other address that there is nothing. */
function handle(request: Request): Response {
  const url = new URL(request.url);
  const refusal = url.pathname.startsWith(API_BASE) ? refuseMethod(request.method) : undefined;
  if (refusal) return sendAnswer(toProblemAnswer(refusal, { allow: ALLOWED_METHODS.join(', ') }));
  return sendAnswer(answerRequest(url, sharedIndex, console.error));
}

// Next answers HEAD itself, by GET.
export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
