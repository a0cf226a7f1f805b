import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { IndexBuilder } from '../query/_index/index-builder.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const builder = new IndexBuilder();
builder.run({ workflowId: 'trader', runId: 'r' });
afterAll(() => builder.close());

const start = (...argv: string[]) =>
  spawn(process.execPath, [MAIN, 'serve', '--data', builder.folder, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test.each(['SIGINT', 'SIGTERM'] as const)(
  'serves until %s, also with a listener, and ends with 0',
  async (signal) => {
    const child = start('--port', '0', '--json');
    const ended = once(child, 'exit');
    const [line] = await once(createInterface(child.stdout), 'line');
    const { url } = z.object({ url: z.string() }).parse(JSON.parse(line));
    expect(await (await fetch(`${url}/api/audit/runs`)).json()).toMatchObject({
      items: [{ workflowId: 'trader' }],
    });
    const changes = await fetch(`${url}/api/audit/changes`);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    await changes.body?.cancel().catch(() => undefined);
  },
);

test('there is no other address to listen on, and no port beyond the last', async () => {
  for (const argv of [
    ['--host', '0.0.0.0'],
    ['--port', '65536'],
    ['--port', '-1'],
  ]) {
    const [code] = await once(start(...argv), 'exit');
    expect([argv, code]).toEqual([argv, 2]);
  }
});
