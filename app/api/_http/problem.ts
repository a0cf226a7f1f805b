import { ZodError, z } from 'zod';

/** An error that says what happened, to what, and what to do next, under a code of docs/errors.md. */
const coded = z.object({
  name: z.enum(['TickscopeError', 'HostError', 'AgentClientError']),
  code: z.string(),
  message: z.string(),
});

const STATUS: Readonly<Record<string, number>> = {
  'run-not-indexed': 404,
  'tick-not-found': 404,
  'event-not-found': 404,
  'value-not-found': 404,
  'workflow-not-found': 404,
  'namespace-not-found': 404,
  'ambiguous-run': 409,
  'action-refused': 409,
  'wrong-usage': 400,
  'index-missing': 503,
  'index-unusable': 503,
  'schema-too-new': 503,
  'server-unreachable': 503,
  'host-not-running': 503,
};

/** RFC 9457 problem details. */
export type Problem = {
  readonly type: string;
  /** One of docs/errors.md, or `unexpected`. */
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
};

/** Codes of the agent's client by ours. */
const CLIENT_CODES: Readonly<Record<string, string>> = {
  unreachable: 'server-unreachable',
  'not-found': 'workflow-not-found',
  'already-running': 'action-refused',
  refused: 'action-refused',
};

/** What an error tells a caller: ours say themselves, a stranger's text stays in the server's log. */
export function toProblem(error: unknown): Problem {
  const ours = coded.safeParse(error);
  if (ours.success) {
    const code = CLIENT_CODES[ours.data.code] ?? ours.data.code;
    return createProblem(code, STATUS[code] ?? 500, ours.data.message);
  }
  if (error instanceof ZodError) return createProblem('wrong-usage', 400, z.prettifyError(error));
  return createProblem(
    'unexpected',
    500,
    'The server met an error that it did not expect; its log has the details.',
  );
}

export function createProblem(code: string, status: number, detail: string): Problem {
  return { type: `urn:tickscope:error:${code}`, code, title: code.replaceAll('-', ' '), status, detail };
}

export function sendProblem(problem: Problem): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
