import { isLoopbackHost } from '#auditor/base/loopback-host.ts';
import { createProblem, type Problem } from '#auditor/query/api/problem.ts';

/**
 * May a request reach the running agent? Only from this machine's own address: a strange host name that resolves to this machine
 * (DNS rebinding) is refused, and for what changes something also a page of another origin (cross-site request forgery).
 *
 * Absent when: it may.
 */
export function checkRequest(request: Pick<Request, 'method' | 'headers'>): Problem | undefined {
  const host = request.headers.get('host') ?? '';
  if (!isLoopbackHost(host))
    return refuse(`Host ${JSON.stringify(host)} is not this machine. Open the page as localhost.`);
  if (request.method === 'GET') return undefined;
  const origin = request.headers.get('origin') ?? '';
  if (origin !== `http://${host}` && origin !== `https://${host}`) {
    return refuse(
      `Origin ${JSON.stringify(origin)} is not this page. Act from the page itself, or send its Origin header.`,
    );
  }
  const [contentType = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (contentType.trim().toLowerCase() !== 'application/json') {
    return createProblem('action-refused', 415, 'Send the action as application/json.');
  }
  return undefined;
}

const refuse = (detail: string): Problem => createProblem('action-refused', 403, detail);
