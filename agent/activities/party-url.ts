/** Address below a party's base URL; every segment is encoded, so that a symbol cannot name another path. */
export function toPartyUrl(
  base: string,
  segments: readonly string[],
  query: Readonly<Record<string, string>> = {},
): URL {
  const path = segments.map(encodeURIComponent).join('/');
  const url = new URL(`${base.replace(/\/+$/, '')}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
