import { listEncodedPayloads } from '../base/decodings.ts';
import type { JsonObject } from '../model/history-event.ts';
import { readPayloadDecodings } from '../store/read-payload-decodings.ts';
import { writePayloadDecodings } from '../store/write-payload-decodings.ts';
import type { Indexer } from './indexer.ts';

type PageToDecode = {
  readonly namespace: string;
  readonly events: readonly { readonly canonical: string }[];
};

/**
 * Has the payloads of a page decoded before it is indexed, those that are not decoded yet, and keeps what came out.
 *
 * Returns the number of payloads that are readable now and were not before.
 * Costs nothing without a codec. Throws: what the store throws; a codec that fails costs no events, their payloads say why they are encoded.
 */
export async function decodePage({ store, codec }: Indexer, page: PageToDecode): Promise<number> {
  if (codec === undefined) return 0;
  const encoded = page.events.flatMap(({ canonical }) => {
    const event: JsonObject = JSON.parse(canonical);
    return listEncodedPayloads(event);
  });
  const known = readPayloadDecodings(
    store.db,
    encoded.map(({ hash }) => hash),
  );
  const missing = encoded.filter(({ hash }) => known.get(hash)?.kind !== 'decoded');
  if (missing.length === 0) return 0;
  const found = await codec.decoder.decode(missing, page.namespace);
  writePayloadDecodings(store.db, found);
  const all = [...found.values()];
  for (const decoding of all) if (decoding.kind === 'failed') codec.say(decoding.reason);
  return all.filter(({ kind }) => kind === 'decoded').length;
}
