/** What a line at the prompt asks for. `more`: the statement has no end yet. */
export type SqlLine =
  | { readonly kind: 'more' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'statement'; readonly sql: string }
  | { readonly kind: 'command'; readonly name: string; readonly argument?: string };

/** Reads all lines since the last statement; a command stands alone on the first. */
export function readSqlLine(text: string): SqlLine {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (trimmed.startsWith('.')) {
    const [name = '', argument] = trimmed.slice(1).replace(/;$/, '').split(/\s+/);
    return { kind: 'command', name, ...(argument === undefined ? {} : { argument }) };
  }
  return endsInSemicolon(trimmed) ? { kind: 'statement', sql: trimmed } : { kind: 'more' };
}

/** Whether the last thing that is neither a comment nor inside quotes is a semicolon. */
const endsInSemicolon = (text: string): boolean =>
  /;\s*$/.test(
    text.replace(/'[^']*(?:'|$)|"[^"]*(?:"|$)|--[^\n]*|\/\*.*?(?:\*\/|$)/gs, (part) =>
      part.startsWith('-') || part.startsWith('/*') ? ' ' : 'x',
    ),
  );
