import { z } from 'zod';
import { ERROR_CODES } from '#auditor/base/tickscope-error.ts';
import {
  createProblem,
  PROBLEM_TYPE,
  type Problem,
  STATUS_OF_ERROR,
  toProblem as toAuditorProblem,
} from '#auditor/query/api/problem.ts';

/** Codes of the agent's client by ours. */
const CLIENT_CODES: ReadonlyMap<string, (typeof ERROR_CODES)[number]> = new Map([
  ['unreachable', 'server-unreachable'],
  ['not-found', 'workflow-not-found'],
  ['already-running', 'action-refused'],
  ['refused', 'action-refused'],
  ...ERROR_CODES.map((code) => [code, code] as const),
]);

/** Errors of those that act, told by their names: Next may have loaded a class twice. */
const acting = z.object({
  name: z.enum(['HostError', 'AgentClientError']),
  code: z.string(),
  message: z.string(),
});

/** What an error tells a caller: ours say themselves, a stranger's text stays in the server's log. */
export function toProblem(error: unknown): Problem {
  const parsed = acting.safeParse(error);
  const code = parsed.success ? CLIENT_CODES.get(parsed.data.code) : undefined;
  if (!parsed.success || code === undefined) return toAuditorProblem(error);
  return createProblem(code, STATUS_OF_ERROR[code] ?? 500, parsed.data.message);
}

export function sendProblem(problem: Problem): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' },
  });
}
