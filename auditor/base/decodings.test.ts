import { expect, test } from 'vitest';
import { listEncodedPayloads, toPayloadHash } from './decodings.ts';

const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
const payload = (encoding: string, data: string) => ({
  metadata: { encoding: toBase64(encoding) },
  data: toBase64(data),
});
const secret = (data: string) => payload('binary/encrypted', data);

test('finds what a codec must decode, wherever it stands, each once', () => {
  const event = {
    userMetadata: { summary: secret('summary') },
    workflowExecutionStartedEventAttributes: {
      input: { payloads: [secret('a'), payload('json/plain', '1'), secret('a')] },
      header: { fields: { auth: secret('header') } },
      lastFailure: { cause: { encodedAttributes: payload('binary/zlib', 'failure') } },
    },
  };
  const found = listEncodedPayloads(event).map(({ payload: { data } }) => atob(data ?? ''));
  expect(found.toSorted()).toEqual(['a', 'failure', 'header', 'summary']);
});

test('the hash is that of the payload, whatever the order of its keys', () => {
  const { metadata, data } = secret('a');
  expect(toPayloadHash({ data, metadata })).toBe(toPayloadHash({ metadata, data }));
  expect(toPayloadHash(secret('b'))).not.toBe(toPayloadHash(secret('a')));
  expect(toPayloadHash({ metadata: { ...metadata, key: 'aw==' }, data })).not.toBe(
    toPayloadHash(secret('a')),
  );
});

test('nesting without end does not overflow the stack', () => {
  const deep = JSON.parse(`${'{"cause":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
  expect(listEncodedPayloads(deep)).toEqual([]);
});
