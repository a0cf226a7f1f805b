import { sendProblem, toProblem } from './problem.ts';

/** Runs a handler; what it throws becomes a problem document, never a page of HTML. */
export async function answer(handle: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    const problem = toProblem(error);
    if (problem.status === 500) console.error(error);
    return sendProblem(problem);
  }
}

/** Answers with JSON that nobody may keep: the index grows. */
export function sendJson(value: unknown): Response {
  return Response.json(value, { headers: { 'cache-control': 'no-store' } });
}
