/**
 * JSON that may quote a history, safe to print: what would move a terminal's cursor, recolour or reverse text is escaped, which JSON
 * allows for any character, so that readers get the same value.
 */
export function toJsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(/[^\P{C}\n]/gu, (char) =>
    Array.from(
      { length: char.length },
      (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
