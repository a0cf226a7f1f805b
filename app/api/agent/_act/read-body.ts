/** More than any form here sends; more is refused before it is read whole. */
const LIMIT_BYTES = 64 * 1024;

/**
 * The body of a request as JSON.
 *
 * Absent when: it is no JSON or longer than 64 kB; the schema then says what it misses.
 */
export async function readBody(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await readText(request));
  } catch {
    return undefined;
  }
}

async function readText({ body }: Request): Promise<string> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > LIMIT_BYTES) throw new RangeError(`The body is longer than ${LIMIT_BYTES} bytes.`);
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
