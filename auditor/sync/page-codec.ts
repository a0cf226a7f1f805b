import type { PayloadDecoder } from '../history/codec/payload-decoder.ts';

/** A codec at work: who decodes, and who is told when it cannot. */
export type PageCodec = { readonly decoder: PayloadDecoder; readonly say: (reason: string) => void };

/** Each reason is told once; a codec that words each anew is not listened to for ever. */
const MOST_REASONS = 20;

/** Says each reason once, with what follows from it. */
export function createPageCodec(decoder: PayloadDecoder, say: (line: string) => void): PageCodec {
  const told = new Set<string>();
  return {
    decoder,
    say: (reason) => {
      if (told.has(reason) || told.size === MOST_REASONS) return;
      told.add(reason);
      say(`${reason}. Payloads stay encoded; to try again: tickscope reindex`);
    },
  };
}
