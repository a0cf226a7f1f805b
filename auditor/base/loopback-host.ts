const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/** Does a Host header name this machine itself? A strange name that resolves to it (DNS rebinding) does not. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}
