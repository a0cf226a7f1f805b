/** Whether an object in a JSON text has a key twice: its colons outside texts are more than the members of what JSON.parse makes of it. */
export function repeatsKey(text: string): boolean {
  const colons = text.replace(/"(?:[^"\\]|\\.)*"/gs, '').split(':').length - 1;
  return colons !== count(JSON.parse(text));
}

function count(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, item: unknown) => sum + count(item), own);
}
