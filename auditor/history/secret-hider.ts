/** Text without the secrets that a connection was given. */
export type SecretHider = (text: string) => string;

/** Shorter ones are no secrets, and would be found in any text. */
const SHORTEST = 4;

/** For texts of others: a server or a library may quote what it was sent. */
export function createSecretHider(secrets: readonly (string | undefined)[]): SecretHider {
  const hidden = secrets.filter((secret) => secret !== undefined && secret.length >= SHORTEST);
  // The longest first: one may be a part of another.
  const ordered = hidden.map(String).toSorted((a, b) => b.length - a.length);
  return (text) => ordered.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
}
