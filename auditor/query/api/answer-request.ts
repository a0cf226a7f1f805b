import { TickscopeError } from '../../base/tickscope-error.ts';
import type { Index } from '../open-index.ts';
import { API_BASE, findRoute } from './find-route.ts';
import { createOpenApi } from './open-api.ts';
import { PROBLEM_TYPE, type Problem, toProblem } from './problem.ts';
import { refuseEncoding } from './refuse-call.ts';
import type { Download } from './route.ts';

/** What is sent back, whoever sends it. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Chunks where the body may be larger than memory. */
  readonly body: string | Iterable<string>;
};

/** Longest address that is looked at, query included. */
const LONGEST_ADDRESS = 16_000;

/** Nobody may keep an answer: the index grows. */
const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * Answers a GET below `/api/audit`, for the app and for `tickscope serve` alike.
 *
 * Throws: never; an error is a problem document. `onUnexpected` is told of errors that Tickscope did not raise on purpose.
 */
export function answerRequest(
  url: URL,
  openIndex: () => Index,
  onUnexpected: (error: unknown) => void,
): ApiAnswer {
  try {
    return answer(url, openIndex);
  } catch (error) {
    const problem = toProblem(error);
    if (problem.status === 500) onUnexpected(error);
    return toProblemAnswer(problem);
  }
}

function answer(url: URL, openIndex: () => Index): ApiAnswer {
  if (url.pathname.length + url.search.length > LONGEST_ADDRESS)
    throw new TickscopeError('wrong-usage', `The address is longer than ${LONGEST_ADDRESS} characters.`);
  const refusal = refuseEncoding(url.pathname);
  if (refusal) return toProblemAnswer(refusal);
  if (url.pathname === `${API_BASE}/openapi.json`) return toJsonAnswer(createOpenApi());
  const { route, path } = findRoute(url.pathname);
  const raw = { path, query: url.searchParams };
  if (route.kind === 'download') return toDownloadAnswer(route.ask(openIndex(), raw));
  return toJsonAnswer(route.ask(openIndex(), raw));
}

function toJsonAnswer(value: unknown): ApiAnswer {
  const headers = { 'content-type': 'application/json', ...NO_STORE };
  return { status: 200, headers, body: JSON.stringify(value) };
}

/** A problem as an answer. */
export function toProblemAnswer(problem: Problem, headers: Readonly<Record<string, string>> = {}): ApiAnswer {
  return {
    status: problem.status,
    headers: { 'content-type': PROBLEM_TYPE, ...NO_STORE, ...headers },
    body: JSON.stringify(problem),
  };
}

function toDownloadAnswer({ fileName, mediaType, chunks }: Download): ApiAnswer {
  const disposition = `attachment; filename="${fileName}"`;
  return {
    status: 200,
    headers: { 'content-type': mediaType, 'content-disposition': disposition, ...NO_STORE },
    body: chunks,
  };
}
