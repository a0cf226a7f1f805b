import { expect, test } from 'vitest';
import { createCodec } from './create-codec.ts';
import type { Config } from './read-config.ts';

const config = (codec: Config['codec'], mayRunCode = true): Config => ({
  ...(codec === undefined ? {} : { codec }),
  file: '/data/tickscope.json',
  mayRunCode,
  toPath: (path) => `/data/${path}`,
});
const FILE = config({ endpoint: 'https://file.example', timeoutMs: 1 });

test('flag over environment over file', async () => {
  const env = { TEMPORAL_CODEC_ENDPOINT: 'https://env.example' };
  expect(await createCodec(config(undefined), {}, {})).toBeUndefined();
  expect((await createCodec(FILE, {}, {}))?.name).toContain('https://file.example');
  expect((await createCodec(FILE, {}, env))?.name).toContain('https://env.example');
  const flags = { endpoint: 'https://flag.example' };
  expect((await createCodec(FILE, flags, env))?.name).toContain('https://flag.example');
});

test('an endpoint and a module exclude each other', async () => {
  await expect(createCodec(FILE, { endpoint: 'https://a.example', module: 'c.ts' }, {})).rejects.toThrow(
    /not both/,
  );
});

test('a data folder names no code', async () => {
  const foreign = config({ module: 'codec.ts', timeoutMs: 1 }, false);
  await expect(createCodec(foreign, {}, {})).rejects.toMatchObject({
    code: 'wrong-usage',
    message: expect.stringContaining('--config /data/tickscope.json'),
  });
  await expect(createCodec(config({ module: 'codec.ts', timeoutMs: 1 }), {}, {})).rejects.toThrow(
    /\/data\/codec\.ts cannot be loaded/,
  );
});

test('the authorization of the environment goes nowhere in clear', async () => {
  const env = { TEMPORAL_CODEC_ENDPOINT: 'http://codec.example', TEMPORAL_CODEC_AUTH: 'Bearer x' };
  await expect(createCodec(config(undefined), {}, env)).rejects.toThrow(/https only/);
});
