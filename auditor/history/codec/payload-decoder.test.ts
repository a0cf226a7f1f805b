import { expect, test } from 'vitest';
import { type EncodedPayload, toPayloadHash } from '../../base/decodings.ts';
import type { TemporalPayload } from '../../base/payload.ts';
import { type Codec, CodecError } from './codec.ts';
import { createPayloadDecoder } from './payload-decoder.ts';

const ENCRYPTED = btoa('binary/encrypted');
const encoded = (data: string): EncodedPayload => {
  const payload = { metadata: { encoding: ENCRYPTED }, data: btoa(data) };
  return { hash: toPayloadHash(payload), payload };
};
const plain = ({ data }: TemporalPayload) => ({
  metadata: { encoding: btoa('json/plain') },
  data: data ?? '',
});

/** Counts calls; fails whole calls that hold a payload `bad`. */
function createCodec(calls: number[]): Codec {
  return {
    name: 'the codec',
    decode: async (payloads) => {
      calls.push(payloads.length);
      if (payloads.some(({ data }) => data === btoa('bad'))) throw new CodecError('refused', 'no key');
      return payloads.map((payload) => (payload.data === btoa('odd') ? payload : plain(payload)));
    },
  };
}

test('each payload is sent once, many in one call', async () => {
  const calls: number[] = [];
  const payloads = Array.from({ length: 150 }, (_, index) => encoded(`${index % 120}`));
  const found = await createPayloadDecoder({ codec: createCodec(calls) }).decode(payloads, 'default');
  expect(found.size).toBe(120);
  expect(calls.toSorted()).toEqual([100, 20]);
  expect(found.get(encoded('7').hash)).toEqual({ kind: 'decoded', payload: plain(encoded('7').payload) });
});

test('one that cannot be decoded costs the others nothing', async () => {
  const payloads = ['a', 'b', 'bad', 'c', 'odd'].map(encoded);
  const found = await createPayloadDecoder({ codec: createCodec([]) }).decode(payloads, 'default');
  expect(payloads.map(({ hash }) => found.get(hash)?.kind)).toEqual([
    'decoded',
    'decoded',
    'failed',
    'decoded',
    'failed',
  ]);
  expect(found.get(encoded('bad').hash)).toEqual({ kind: 'failed', reason: 'no key' });
  expect(found.get(encoded('odd').hash)).toMatchObject({ reason: 'the codec gave it back encoded' });
});

test('a codec that refuses everything costs few calls, and is asked again after a while', async () => {
  let calls = 0;
  let time = 0;
  const decode: Codec['decode'] = async () => {
    calls += 1;
    throw new CodecError('refused', 'answers 400');
  };
  const decoder = createPayloadDecoder({ codec: { name: 'x', decode }, now: () => time });
  const payloads = Array.from({ length: 1_000 }, (_, index) => encoded(String(index)));
  const found = await decoder.decode(payloads, 'default');
  expect(new Set([...found.values()].map((one) => one.kind === 'failed' && one.reason))).toEqual(
    new Set(['answers 400']),
  );
  expect(found.size).toBe(1_000);
  expect(calls).toBeLessThan(50);
  time = 31_000;
  const before = calls;
  await decoder.decode([encoded('later')], 'default');
  expect(calls).toBe(before + 1);
});

test.each([
  ['at the start of a history', (index: number) => index < 60],
  ['every second one', (index: number) => index % 2 === 0],
])('many that cannot be decoded, %s, cost the others nothing', async (_, isRefused) => {
  const payloads = Array.from({ length: 100 }, (_, index) => encoded(`${index}`));
  const refused = new Set(payloads.filter((_, index) => isRefused(index)).map(({ payload }) => payload.data));
  const decode: Codec['decode'] = async (batch) => {
    if (batch.some(({ data }) => refused.has(data))) throw new CodecError('refused', 'no key');
    return batch.map(plain);
  };
  const found = await createPayloadDecoder({ codec: { name: 'x', decode } }).decode(payloads, 'default');
  expect(payloads.map(({ hash }) => found.get(hash)?.kind)).toEqual(
    payloads.map((_, index) => (isRefused(index) ? 'failed' : 'decoded')),
  );
});

test('at most four calls wait at once', async () => {
  let waiting = 0;
  let most = 0;
  const decode: Codec['decode'] = async (payloads) => {
    waiting += 1;
    most = Math.max(most, waiting);
    await new Promise((resolve) => setImmediate(resolve));
    waiting -= 1;
    return payloads.map(plain);
  };
  const payloads = Array.from({ length: 1_000 }, (_, index) => encoded(String(index)));
  const found = await createPayloadDecoder({ codec: { name: 'x', decode } }).decode(payloads, 'default');
  expect(found.size).toBe(1_000);
  expect(most).toBe(4);
});

test('a codec that is down is left alone for a while, then asked again', async () => {
  let calls = 0;
  let time = 0;
  const decode: Codec['decode'] = async () => {
    calls += 1;
    throw new CodecError('down', 'cannot be reached');
  };
  const decoder = createPayloadDecoder({ codec: { name: 'x', decode }, now: () => time });
  const failed = { kind: 'failed', reason: 'cannot be reached' };
  expect([...(await decoder.decode([encoded('a')], 'default')).values()]).toEqual([failed]);
  expect([...(await decoder.decode([encoded('b')], 'default')).values()]).toEqual([failed]);
  expect(calls).toBe(1);
  time = 31_000;
  await decoder.decode([encoded('c')], 'default');
  expect(calls).toBe(2);
});
