import { ZodError, z } from 'zod';
import { toIssueTexts } from '../../base/issue-text.ts';
import { ERROR_CODES, type ErrorCode } from '../../base/tickscope-error.ts';

/** Told by its name: a bundler may have loaded the class twice. */
const coded = z.object({
  name: z.literal('TickscopeError'),
  code: z.enum(ERROR_CODES),
  message: z.string(),
});

/** HTTP status of each error; those of the command line alone are the server's fault here. */
export const STATUS_OF_ERROR: Readonly<Partial<Record<ErrorCode, number>>> = {
  'run-not-indexed': 404,
  'tick-not-found': 404,
  'event-not-found': 404,
  'value-not-found': 404,
  'workflow-not-found': 404,
  'namespace-not-found': 404,
  'no-such-address': 404,
  'ambiguous-run': 409,
  'action-refused': 409,
  'wrong-usage': 400,
  'index-missing': 503,
  'index-unusable': 503,
  'index-damaged': 503,
  'schema-too-new': 503,
  'server-unreachable': 503,
  'host-not-running': 503,
};

/** RFC 9457 problem details. */
export type Problem = {
  /** `urn:tickscope:error:<code>`. */
  readonly type: string;
  /** One of docs/errors.md, or `unexpected`. */
  readonly code: string;
  readonly title: string;
  readonly status: number;
  /** What happened, to what, and what to do next. */
  readonly detail: string;
};

export const PROBLEM_TYPE = 'application/problem+json';

/** What an error tells a caller: ours say themselves, a stranger's text stays in the server's log. */
export function toProblem(error: unknown): Problem {
  const ours = coded.safeParse(error);
  if (ours.success)
    return createProblem(ours.data.code, STATUS_OF_ERROR[ours.data.code] ?? 500, ours.data.message);
  if (error instanceof ZodError) return createProblem('wrong-usage', 400, `${toIssueTexts(error.issues)}.`);
  return createProblem(
    'unexpected',
    500,
    'The server met an error that it did not expect; its log has the details.',
  );
}

export function createProblem(code: string, status: number, detail: string): Problem {
  return { type: `urn:tickscope:error:${code}`, code, title: code.replaceAll('-', ' '), status, detail };
}
