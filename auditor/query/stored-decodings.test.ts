import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { toPayloadHash } from '../base/decodings.ts';
import { openStore } from '../store/open-store.ts';
import { writePayloadDecodings } from '../store/write-payload-decodings.ts';
import { openIndex } from './open-index.ts';
import { createStoredDecodings } from './stored-decodings.ts';

const folder = mkdtempSync(`${tmpdir()}/tickscope-decodings-`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what a codec has made of a payload', () => {
  const payload = { metadata: { encoding: btoa('binary/encrypted') }, data: 'AAE=' };
  const decoding = { kind: 'failed', reason: 'no key' } as const;
  const store = openStore(folder);
  writePayloadDecodings(store.db, new Map([[toPayloadHash(payload), decoding]]));
  store.close();
  const index = openIndex(folder);
  const decodings = createStoredDecodings(index);
  expect(decodings(payload)).toEqual(decoding);
  expect(decodings({ ...payload, data: 'AAI=' })).toBeUndefined();
  index.close();
});
