import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toCanonicalJson } from '../base/canonical-json.ts';
import type { Decoding, EncodedPayload } from '../base/decodings.ts';
import type { JsonObject } from '../model/history-event.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { toCanonicalEvents, toRunJson } from './_scripted/event-json.ts';
import { decodePage } from './decode-page.ts';
import { decodeStored } from './decode-stored.ts';
import { indexPage } from './index-run.ts';
import { createIndexer, type Indexer } from './indexer.ts';
import { createPageCodec } from './page-codec.ts';

const KEY = { namespace: 'desk', workflowId: 'sample', runId: 'run-1' };
const secret = (text: string) => ({
  metadata: { encoding: btoa('binary/encrypted') },
  data: btoa(JSON.stringify(text)),
});
const EVENTS: readonly JsonObject[] = toRunJson({ runId: 'run-1', tasks: 1 }).map((event) =>
  event.eventId === '2'
    ? {
        ...event,
        userMetadata: { summary: secret('tick one') },
        workflowExecutionSignaledEventAttributes: {
          signalName: 'note',
          input: { payloads: [secret('buy nothing'), secret('buy nothing')] },
        },
      }
    : event,
);

let folder = '';
let store: Store;
let said: string[] = [];
let asked: string[][] = [];
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/tickscope-decode-`);
  store = openStore(folder);
  said = [];
  asked = [];
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const readable = ({ payload: { data = '' } }: EncodedPayload): Decoding => ({
  kind: 'decoded',
  payload: { metadata: { encoding: btoa('json/plain') }, data },
});

function createCodec(decode: (one: EncodedPayload) => Decoding): Indexer {
  const decoder = {
    decode: async (payloads: readonly EncodedPayload[], namespace: string) => {
      asked.push([namespace, ...payloads.map(({ payload }) => atob(payload.data ?? ''))]);
      return new Map(payloads.map((one) => [one.hash, decode(one)]));
    },
  };
  return createIndexer(
    store,
    undefined,
    createPageCodec(decoder, (line) => said.push(line)),
  );
}

const page = { namespace: 'desk', events: EVENTS.map((event) => ({ canonical: toCanonicalJson(event) })) };
const index = (indexer: Indexer) =>
  indexPage(indexer, { key: KEY, source: 'file', events: toCanonicalEvents(EVENTS) });
const findable = (word: string): boolean =>
  store.db.prepare('SELECT 1 FROM search WHERE search MATCH ?').get(word) !== undefined;

test('what is encoded is decoded once, and read by whoever derives and searches', async () => {
  const indexer = createCodec(readable);
  expect(await decodePage(indexer, page)).toBe(2);
  expect(asked.map(([namespace, ...payloads]) => [namespace, ...payloads.toSorted()])).toEqual([
    ['desk', '"buy nothing"', '"tick one"'],
  ]);
  expect(await decodePage(indexer, page)).toBe(0);
  expect(asked.length).toBe(1);
  index(indexer);
  expect([findable('nothing'), findable('one')]).toEqual([true, true]);
});

test('the stored events stay what they were', async () => {
  const indexer = createCodec(readable);
  await decodePage(indexer, page);
  index(indexer);
  const plain = openStore(`${folder}/plain`);
  indexPage(createIndexer(plain), { key: KEY, source: 'file', events: toCanonicalEvents(EVENTS) });
  const digests = (of: Store) => of.db.prepare('SELECT sha256 FROM event ORDER BY event_id').all();
  expect(digests(store)).toEqual(digests(plain));
  plain.close();
});

test('a codec that fails costs no events, is told once, and is asked again', async () => {
  const indexer = createCodec(() => ({ kind: 'failed', reason: 'the codec has no key' }));
  expect(await decodePage(indexer, page)).toBe(0);
  await decodePage(indexer, page);
  expect(said).toEqual(['the codec has no key. Payloads stay encoded; to try again: tickscope reindex']);
  expect(index(indexer).added.length).toBe(EVENTS.length);
  expect(findable('nothing')).toBe(false);
  const mended = createCodec(readable);
  expect(await decodeStored(mended)).toEqual([expect.objectContaining(KEY)]);
  expect(await decodeStored(mended)).toEqual([]);
});

test('without a codec nothing is asked', async () => {
  expect(await decodePage(createIndexer(store), page)).toBe(0);
  expect(await decodeStored(createIndexer(store))).toEqual([]);
});
