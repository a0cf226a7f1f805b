/** Longest text of a failure that goes into memo, state or prompt. */
const MAX_LENGTH = 500;

/** First line of the failure at the bottom of the chain of causes: what really went wrong. */
export function toFailureText(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause instanceof Error && hasText(deepest.cause)) {
    deepest = deepest.cause;
  }
  const text = deepest instanceof Error ? deepest.message : String(deepest);
  return (text.split('\n', 1)[0] ?? '').slice(0, MAX_LENGTH).toWellFormed();
}

const hasText = (error: Error): boolean => error.message !== '';
