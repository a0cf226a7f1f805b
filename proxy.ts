import { type NextRequest, NextResponse } from 'next/server';
import { sendProblem } from './app/api/_http/problem.ts';
import type { Problem } from './auditor/query/api/problem.ts';
import { refuseEncoding, refuseHost } from './auditor/query/api/refuse-call.ts';

/**
 * The content security policy of a page. Texts from histories are shown as text; should one ever slip through as markup, no script of it runs.
 *
 * `style-src-attr` is open because drawn trees and bars are placed by style attributes. The development server needs `eval` and inline styles.
 */
export function toContentSecurityPolicy({
  nonce,
  mode,
}: {
  readonly nonce: string;
  readonly mode: string | undefined;
}): string {
  const isDevelopment = mode === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Answers only who asks this machine by its own name, pages and API alike; then adds the policy. */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  // Next itself fails at an address that it cannot decode.
  const refusal = refuseHost(request.headers.get('host')) ?? refuseEncoding(pathname);
  if (refusal) return IS_API.test(pathname) ? sendProblem(refusal) : toPlainAnswer(refusal);
  const nonce = crypto.randomUUID();
  const policy = toContentSecurityPolicy({ nonce, mode: process.env.NODE_ENV });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

const IS_API = /^\/api(?:\/|$)/;

const toPlainAnswer = ({ status, detail }: Problem) => new NextResponse(detail, { status });

export const config = { matcher: '/((?!_next/static/|_next/image|icon.svg).*)' };
