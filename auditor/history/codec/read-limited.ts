/** A hundred payloads of Temporal's largest size, decoded and in base64, are below this. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The text of a response. Throws: RangeError beyond the limit, without reading on. */
export async function readLimited(response: Response, mostBytes = MOST_BYTES): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > mostBytes) {
      await reader?.cancel();
      throw new RangeError(`answered with more than ${mostBytes} bytes`);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
