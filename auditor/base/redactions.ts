/** What is a secret. Made by `createRedactions`. */
export type Redactions = {
  /** Whether the member `key` of an object that is itself the member `parentKey` is a secret. */
  readonly isSecret: (key: string, parentKey: string) => boolean;
  /** Whether a secret name is a word of sentences, too: in a text, `token: …` need not be a member. */
  readonly isWord: (key: string) => boolean;
  /** False when no member in this JSON text can be one. */
  readonly mayHold: (json: string) => boolean;
  /** Ways into an event, as citations go; `*` is any step. */
  readonly pointers: readonly (readonly string[])[];
};

type RedactionNames = {
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

/** The same with anything before: `OPENAI_API_KEY`, `x-goog-api-key`, `db_password`. */
const ENDINGS = [
  ...['apikey', 'secretkey', 'accesskey', 'privatekey', 'password'],
  ...['accesstoken', 'apitoken', 'authtoken', 'sessiontoken', 'githubtoken', 'bottoken'],
];

/** Of the names, the words that sentences have, too. */
const WORDS: ReadonlySet<string> = new Set(['token', 'credentials']);

/** Secret inside another member alone: `headers` of a model call's `options`. */
const INNER: readonly (readonly [parent: string, name: string])[] = [['options', 'headers']];

const toNormal = (name: string): string => name.replace(/[-_\s]/g, '').toLowerCase();

/** The names that are always secrets, and those that are given. */
export function createRedactions({ names = [], pointers = [] }: RedactionNames = {}): Redactions {
  const secrets = new Set([...SECRET_NAMES, ...names].map(toNormal).filter((name) => name !== ''));
  const inner = new Map(INNER.map(([parent, name]) => [name, parent]));
  const known = createMemory((key) => {
    const normal = toNormal(key);
    return { normal, isSecret: secrets.has(normal) || ENDINGS.some((ending) => normal.endsWith(ending)) };
  });
  const hints = toHints([...secrets, ...ENDINGS, ...inner.keys()]);
  return {
    isSecret: (key, parentKey) => {
      const { normal, isSecret } = known(key);
      return isSecret || (inner.has(normal) && inner.get(normal) === known(parentKey).normal);
    },
    isWord: (key) => WORDS.has(known(key).normal),
    mayHold: (json) => hints.test(json),
    pointers: pointers.map(toSteps),
  };
}

/** The same few keys come again and again; those of strangers are not kept for ever. */
const MOST_KEYS = 10_000;

function createMemory<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size === MOST_KEYS) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** What is redacted when nothing is configured. */
export const DEFAULT_REDACTIONS: Redactions = createRedactions();

/** Each text is searched for these: a name that contains another one adds nothing. */
function toHints(names: readonly string[]): RegExp {
  const shortest = names.filter((name) => !names.some((other) => other !== name && name.includes(other)));
  return new RegExp([...new Set(shortest)].map(toHint).join('|'), 'i');
}

function toHint(normal: string): string {
  return [...normal].map((char) => char.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('[-_\\s]*');
}

function toSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
