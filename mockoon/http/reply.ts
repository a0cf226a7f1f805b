/** What a party answers, before it is put on the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export const toJsonReply = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify(value),
});

/** A refusal as problem JSON. Source: RFC 9457. */
export const toProblemReply = (status: number, title: string, detail: string): Reply => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  text: JSON.stringify({ type: 'about:blank', title, status, detail }),
});

/** A refusal in the form that OpenAI's API uses. */
export const toModelErrorReply = (status: number, message: string): Reply =>
  toJsonReply(status, { error: { message, type: toModelErrorType(status), param: null, code: null } });

function toModelErrorType(status: number): string {
  if (status === 429) return 'rate_limit_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}
