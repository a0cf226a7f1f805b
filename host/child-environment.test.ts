import { expect, test } from 'vitest';
import { needsStandIns, toChildEnvironment, whoAnswersModelCalls } from './child-environment.ts';

const mockUrl = 'http://127.0.0.1:9';
const embedded = { kind: 'embedded', address: '127.0.0.1:7000', namespace: 'default' } as const;
const toChild = (env: Record<string, string>) =>
  toChildEnvironment(env, { dataFolder: '/d', temporal: embedded, mockUrl });

test('without anything given all parties are the stand-ins', () => {
  expect(toChild({})).toMatchObject({
    TICKSCOPE_MARKET_URL: `${mockUrl}/market`,
    TICKSCOPE_NEWS_URL: `${mockUrl}/news`,
    TICKSCOPE_BROKER_URL: `${mockUrl}/broker`,
    OPENAI_BASE_URL: `${mockUrl}/v1`,
    TEMPORAL_ADDRESS: '127.0.0.1:7000',
    TICKSCOPE_DATA: '/d',
  });
});

test('a party given from outside stays', () => {
  const child = toChild({ TICKSCOPE_NEWS_URL: 'https://news.example' });
  expect(child.TICKSCOPE_NEWS_URL).toBe('https://news.example');
  expect(child.TICKSCOPE_MARKET_URL).toBe(`${mockUrl}/market`);
});

test('a real key is never sent to the stand-in, nor calls with it redirected', () => {
  const child = toChild({ OPENAI_API_KEY: 'sk-real' });
  expect(child.OPENAI_API_KEY).toBe('sk-real');
  expect(child.OPENAI_BASE_URL).toBeUndefined();
  const standIn = toChild({ OPENAI_API_KEY: 'sk-real', TICKSCOPE_MODEL_STAND_IN: '1' });
  expect(standIn.OPENAI_API_KEY).toBe('stand-in');
});

test('an own base URL without a key is an endpoint from outside', () => {
  expect(whoAnswersModelCalls({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' })).toBe('external');
});

test('stand-ins are needed until every party is given', () => {
  const parties = { TICKSCOPE_MARKET_URL: 'a', TICKSCOPE_NEWS_URL: 'b', TICKSCOPE_BROKER_URL: 'c' };
  expect(needsStandIns(parties)).toBe(true);
  expect(needsStandIns({ ...parties, OPENAI_API_KEY: 'sk' })).toBe(false);
});

test('credentials for another Temporal server do not reach the embedded one', () => {
  const child = toChild({ TEMPORAL_API_KEY: 'secret', TEMPORAL_TLS: 'true', TEMPORAL_PROFILE: 'cloud' });
  expect(child.TEMPORAL_API_KEY).toBeUndefined();
  expect(child.TEMPORAL_TLS).toBeUndefined();
  expect(child.TEMPORAL_PROFILE).toBeUndefined();
});

test('a given server keeps all of its settings', () => {
  const env = { TEMPORAL_ADDRESS: 'cloud:7233', TEMPORAL_API_KEY: 'secret' };
  expect(toChildEnvironment(env, { dataFolder: '/d', temporal: { kind: 'given' } })).toEqual({
    ...env,
    TICKSCOPE_DATA: '/d',
  });
});

test('what is meant for the pages is not inherited', () => {
  const child = toChild({ PORT: '3000', NEXT_RUNTIME: 'nodejs', NODE_ENV: 'production', PATH: '/bin' });
  expect(Object.keys(child)).not.toEqual(expect.arrayContaining(['PORT']));
  expect(child).not.toHaveProperty('NEXT_RUNTIME');
  expect(child).not.toHaveProperty('NODE_ENV');
  expect(child.PATH).toBe('/bin');
});
