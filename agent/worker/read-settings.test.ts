import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from './read-settings.ts';

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tickscope-settings-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

const writeHost = (content: string) => writeFileSync(join(dataFolder, 'host.json'), content);
const read = (environment: NodeJS.Dict<string> = {}) =>
  readSettings({ NODE_ENV: 'test', TICKSCOPE_DATA: dataFolder, ...environment });

it('takes from the host what the environment does not say', () => {
  writeHost(
    JSON.stringify({ temporalAddress: '127.0.0.1:7', namespace: 'n', mockUrl: 'http://127.0.0.1:9' }),
  );
  expect(read({ TICKSCOPE_NEWS_URL: 'https://news.example/api', TICKSCOPE_WORKER_NAME: 'blue' })).toEqual({
    dataFolder,
    identity: `blue:worker:${process.pid}`,
    marketUrl: 'http://127.0.0.1:9/market',
    newsUrl: 'https://news.example/api',
    brokerUrl: 'http://127.0.0.1:9/broker',
    model: { baseUrl: 'http://127.0.0.1:9/v1' },
    hostTemporal: { address: '127.0.0.1:7', namespace: 'n' },
  });
});

it('sends nothing to the stand-in model once there is a key or an endpoint', () => {
  writeHost(JSON.stringify({ mockUrl: 'http://127.0.0.1:9' }));
  expect(read({ OPENAI_API_KEY: 'sk' }).model).toEqual({ baseUrl: undefined, apiKey: 'sk' });
  expect(read({ OPENAI_BASE_URL: 'http://127.0.0.1:8/v1' }).model).toMatchObject({
    baseUrl: 'http://127.0.0.1:8/v1',
  });
});

it.each(['', '{', '{"mockUrl": 7}', 'null'])('is not misled by a broken host file: %j', (content) => {
  writeHost(content);
  expect(() => read()).toThrow('TICKSCOPE_MARKET_URL is not set, and no stand-in runs here.');
});

it('treats a variable set to nothing as one that is not set, and names one that is wrong', () => {
  writeHost(JSON.stringify({ mockUrl: 'http://127.0.0.1:9' }));
  expect(read({ TICKSCOPE_MARKET_URL: '', OPENAI_API_KEY: '' })).toMatchObject({
    marketUrl: 'http://127.0.0.1:9/market',
    model: { baseUrl: 'http://127.0.0.1:9/v1' },
  });
  expect(() => read({ TICKSCOPE_BROKER_URL: 'here' })).toThrow('TICKSCOPE_BROKER_URL is not a URL.');
});
