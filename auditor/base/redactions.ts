/** What is a secret. Made by `createRedactions`. */
export type Redactions = {
  /** Whether the member `key` of an object that is itself the member `parentKey` is a secret. */
  readonly isSecret: (key: string, parentKey: string) => boolean;
  /** False when no member in this JSON text can be one. */
  readonly mayHold: (json: string) => boolean;
  /** Ways into an event, as citations go; `*` is any step. */
  readonly pointers: readonly (readonly string[])[];
};

export type RedactionNames = {
  /** Names of headers and of fields, in any case, with or without `-` and `_`. */
  readonly names?: readonly string[];
  /** RFC 6901 pointers into events, payloads decoded; `*` is any key or index. */
  readonly pointers?: readonly string[];
};

/** Names that are secrets wherever they stand. */
export const SECRET_NAMES: readonly string[] = [
  ...['authorization', 'proxy-authorization', 'authorization-extras', 'cookie', 'set-cookie'],
  ...['api-key', 'x-api-key', 'api-token', 'x-auth-token', 'auth-token', 'bearer-token'],
  ...['token', 'access-token', 'refresh-token', 'id-token', 'session-token'],
  ...['secret', 'client-secret', 'secret-key', 'secret-access-key', 'aws-secret-access-key'],
  ...['password', 'passwd', 'passphrase', 'private-key', 'credentials'],
  // Options of a model's provider: any provider puts its own keys there.
  'provider-options',
];

/** Secret inside another member alone: `headers` of a model call's `options`. */
const INNER: readonly (readonly [parent: string, name: string])[] = [['options', 'headers']];

const toNormal = (name: string): string => name.replace(/[-_\s]/g, '').toLowerCase();

/** The names that are always secrets, and those that are given. */
export function createRedactions({ names = [], pointers = [] }: RedactionNames = {}): Redactions {
  const secrets = new Set([...SECRET_NAMES, ...names].map(toNormal).filter((name) => name !== ''));
  const inner = new Map(INNER.map(([parent, name]) => [name, parent]));
  const normalOf = createNormaliser();
  const hints = new RegExp([...secrets, ...INNER.map(([, name]) => name)].map(toHint).join('|'), 'i');
  return {
    isSecret: (key, parentKey) => {
      const normal = normalOf(key);
      return secrets.has(normal) || (inner.has(normal) && inner.get(normal) === normalOf(parentKey));
    },
    mayHold: (json) => hints.test(json),
    pointers: pointers.map(toSteps),
  };
}

/** The same few keys come again and again; those of strangers are not kept for ever. */
const MOST_KEYS = 10_000;

function createNormaliser(): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size === MOST_KEYS) known.clear();
    const normal = toNormal(key);
    known.set(key, normal);
    return normal;
  };
}

/** What is redacted when nothing is configured. */
export const DEFAULT_REDACTIONS: Redactions = createRedactions();

function toHint(normal: string): string {
  return [...normal].map((char) => char.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('[-_\\s]*');
}

function toSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
