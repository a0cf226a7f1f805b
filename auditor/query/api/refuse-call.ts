import { isLoopbackHost } from '../../base/loopback-host.ts';
import { createProblem, type Problem } from './problem.ts';

/** A strange host name that resolves to this machine (DNS rebinding) gets no answer. Absent when: it is this machine’s own. */
export function refuseHost(host: string | null | undefined): Problem | undefined {
  if (isLoopbackHost(host ?? '')) return undefined;
  return createProblem('action-refused', 403, 'This host is not this machine. Ask 127.0.0.1 or localhost.');
}

/** Methods that are answered; HEAD is GET without its body. */
export const ALLOWED_METHODS = ['GET', 'HEAD'] as const;

/** Nothing that is asked with another method is done. Absent when: it only asks. */
export function refuseMethod(method: string | undefined): Problem | undefined {
  if (ALLOWED_METHODS.some((allowed) => allowed === method)) return undefined;
  return createProblem('action-refused', 405, `${method} is not answered here; GET and HEAD are.`);
}

/** Absent when: each part of a path is percent-encoded UTF-8. */
export function refuseEncoding(pathname: string): Problem | undefined {
  const wrong = pathname.split('/').find((segment) => !isEncoded(segment));
  if (wrong === undefined) return undefined;
  const shown = JSON.stringify(wrong.slice(0, 200));
  return createProblem('wrong-usage', 400, `${shown} is not percent-encoded UTF-8.`);
}

function isEncoded(segment: string): boolean {
  try {
    decodeURIComponent(segment);
    return true;
  } catch {
    return false;
  }
}
