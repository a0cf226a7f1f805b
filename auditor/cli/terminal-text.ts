/**
 * Text that may quote a file or a history, made safe to print: what would move the cursor, recolour or reverse text is shown as `\u…`.
 *
 * Line breaks stay.
 */
export function toTerminalText(text: string): string {
  return text.replace(
    /[^\P{C}\n]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
