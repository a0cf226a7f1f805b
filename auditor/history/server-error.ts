import { isGrpcServiceError } from '@temporalio/client';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { SecretHider } from './secret-hider.ts';

/** Where a server is, for messages. */
type ServerAddress = {
  readonly address: string;
  readonly namespace: string;
  readonly hideSecrets: SecretHider;
};

// Status codes of gRPC that concern a reader. Source: https://grpc.github.io/grpc/core/md_doc_statuscodes.html
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

/** What Node and OpenSSL say when one side does not accept the other. */
const CERTIFICATE = /certificate|altnames|\bssl\b|\btls\b/i;

/** Whether the server refused the request itself: here, a page token that it no longer knows. */
export function isRefusedRequest(error: unknown): boolean {
  const cause = error instanceof TickscopeError ? error.cause : error;
  return isGrpcServiceError(cause) && cause.code === INVALID_ARGUMENT;
}

/**
 * What a failed call means.
 *
 * Shape: `workflow-not-found`, `namespace-not-found`, `wrong-usage` when the server refuses who asks or what is asked; anything else is
 * `server-unreachable`, which may pass.
 */
export function toServerError(
  error: unknown,
  server: ServerAddress,
  subject = 'The workflow',
): TickscopeError {
  if (error instanceof TickscopeError) return error;
  const text = server.hideSecrets(describe(error));
  const at = `Temporal at ${server.address}`;
  if (CERTIFICATE.test(text)) {
    const message = `${at} cannot be reached: ${text}. Check --tls-ca-path, --tls-server-name and the client's certificate (TEMPORAL_TLS_…).`;
    return new TickscopeError('server-unreachable', message, { cause: error });
  }
  if (!isGrpcServiceError(error)) return unreachable(`${at} cannot be reached: ${text}`, error);
  if (error.code === NOT_FOUND && /namespace/i.test(text)) {
    const message = `${at} has no namespace ${server.namespace}. Set TEMPORAL_NAMESPACE to one that it has.`;
    return new TickscopeError('namespace-not-found', message, { cause: error });
  }
  if (error.code === NOT_FOUND) {
    const message = `${subject} is not known to ${at}, namespace ${server.namespace}: it never ran there, or its retention is over.`;
    return new TickscopeError('workflow-not-found', message, { cause: error });
  }
  if ([INVALID_ARGUMENT, PERMISSION_DENIED, UNAUTHENTICATED].includes(error.code)) {
    const next =
      error.code === INVALID_ARGUMENT
        ? 'Check the ids given.'
        : 'Check --api-key (TEMPORAL_API_KEY), the namespace and the profile.';
    return new TickscopeError('wrong-usage', `${at} refuses: ${text}. ${next}`, { cause: error });
  }
  return unreachable(`${at} cannot be reached: ${text}`, error);
}

/** What a failed list means: a query that the server does not understand, else the same. */
export function toQueryError(error: unknown, server: ServerAddress, query: string): TickscopeError {
  if (query === '' || !isGrpcServiceError(error) || error.code !== INVALID_ARGUMENT)
    return toServerError(error, server);
  const why = server.hideSecrets(describe(error)).replace(/\.$/, '');
  const message = `Temporal at ${server.address} does not understand the query (--query): ${why}. See: https://docs.temporal.io/list-filter`;
  return new TickscopeError('wrong-usage', message, { cause: error });
}

function describe(error: unknown): string {
  // gRPC ends with the heading of a note that it has not got.
  if (isGrpcServiceError(error))
    return (error.details || error.message).replace(/[.\s]*Resolution note:\s*$/, '');
  return error instanceof Error ? error.message : String(error);
}

function unreachable(message: string, cause: unknown): TickscopeError {
  return new TickscopeError(
    'server-unreachable',
    `${message}. Start it, or name another by --address, TEMPORAL_ADDRESS or --profile.`,
    {
      cause,
    },
  );
}
