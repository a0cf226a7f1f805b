import { type NextRequest, NextResponse } from 'next/server';

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

export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID();
  const policy = toContentSecurityPolicy({ nonce, mode: process.env.NODE_ENV });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = { matcher: '/((?!api/|_next/static/|_next/image|icon.svg).*)' };
