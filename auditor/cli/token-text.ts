/** Tokens of model calls: `12,400/310`, what went in and what came out; `-` for a side that no call states. */
export function toTokenText(inputTokens: number | undefined, outputTokens: number | undefined): string {
  if (inputTokens === undefined && outputTokens === undefined) return '';
  return [inputTokens, outputTokens].map((count) => count?.toLocaleString('en') ?? '-').join('/');
}
