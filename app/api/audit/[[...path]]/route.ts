import { sharedIndex } from '#app/_server/shared-index.ts';
import { sendAnswer } from '#app/api/_http/send-answer.ts';
import { answerRequest } from '#auditor/query/api/answer-request.ts';

/** Every question to the index, as `tickscope serve` answers it. */
export function GET(request: Request) {
  return sendAnswer(answerRequest(new URL(request.url), sharedIndex, console.error));
}
