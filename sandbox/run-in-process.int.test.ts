import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { describeBacktestProgram, type SandboxProgram } from './describe-program.ts';
import { createRule } from './program/create-rule.ts';
import { simulate } from './program/simulate.ts';
import { toFigures } from './program/to-figures.ts';
import { DEFAULT_LIMITS, type Job, type SandboxLimits } from './protocol.ts';
import { createProcessRunner } from './run-in-process.ts';

const closeCents = Array.from({ length: 756 }, (_, index) =>
  Math.round(100_00 + 900 * Math.sin(index / 9) + index),
);
const JOB: Job = {
  strategy: { id: 'ema-9-21', family: 'EMA_CROSS', params: { fast: 9, slow: 21 } },
  bars: { symbol: 'NVDA', epochDays: closeCents.map((_, index) => index), closeCents, source: 'test' },
};

let folder: string;
let server: Server | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-sandbox-'));
});
afterEach(() => server?.close());
afterAll(() => rmSync(folder, { recursive: true }));

/** A program of the test's own, under the same rules as the real one. */
function toProgram(source: string): SandboxProgram {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(path, source);
  const real = describeBacktestProgram();
  return { ...real, path, readable: [...real.readable, path] };
}

const runSource = (source: string, limits: Partial<SandboxLimits> = {}) =>
  createProcessRunner({ program: toProgram(source), limits: { ...DEFAULT_LIMITS, ...limits } }).run(JOB);

/** Runs an expression inside and gives its value, or the error that it threw. */
async function evaluate(expression: string): Promise<string> {
  const result = await runSource(
    `let said; try { said = String(await (${expression})); } catch (error) { said = [error.message, error.cause?.message].join(' '); }
     process.stdout.write(JSON.stringify({ kind: 'error', message: said }));`,
  );
  return result.kind === 'error' ? result.message : 'a scorecard';
}

it('gives the same figures as the program called directly, and says how it ran', async () => {
  const result = await createProcessRunner().run(JOB);
  const figures = toFigures(JOB.strategy, simulate(closeCents, createRule(JOB.strategy)));
  expect(result).toEqual({
    kind: 'scorecard',
    scorecard: {
      ...figures,
      isolation: 'process-permission-model',
      codeDigest: describeBacktestProgram().digest,
      durationMs: expect.any(Number),
    },
  });
});

it("passes on the program's own complaint", async () => {
  const job = { ...JOB, strategy: { ...JOB.strategy, params: { fast: 9 } } };
  expect(await createProcessRunner().run(job)).toEqual({
    kind: 'error',
    code: 'program',
    message: 'parameter slow is missing',
  });
});

it('ends a program that takes too long', async () => {
  const startedAt = performance.now();
  expect(await runSource('for (;;);', { wallClockMs: 500 })).toMatchObject({
    kind: 'error',
    code: 'time-limit',
  });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

it('ends a program that says too much', async () => {
  const result = await runSource("for (;;) process.stdout.write('x'.repeat(65536));", {
    maxOutputBytes: 100_000,
  });
  expect(result).toMatchObject({ kind: 'error', code: 'output-limit' });
});

it('ends a program that takes too much memory', async () => {
  const result = await runSource('const all = []; for (;;) all.push(new Array(100000).fill(1));', {
    maxMemoryMb: 32,
  });
  expect(result).toMatchObject({ kind: 'error', code: 'crashed', message: expect.stringContaining('heap') });
}, 30_000);

it.each([
  ["process.stdout.write('not JSON')", 'reply-malformed'],
  ["process.stdout.write('{}')", 'reply-malformed'],
  ["throw new TypeError('of its own')", 'crashed'],
])('says what is wrong with the program %s', async (source, code) => {
  expect(await runSource(source)).toMatchObject({ kind: 'error', code });
});

it.each([
  ['writing a file', (path: string) => `import('node:fs').then((fs) => fs.writeFileSync(${path}, 'x'))`],
  ['reading a file', () => "import('node:fs').then((fs) => fs.readFileSync('/etc/hostname', 'utf8'))"],
  ['a child process', () => "import('node:child_process').then((c) => c.execFileSync('/bin/true'))"],
  ['a worker thread', () => "import('node:worker_threads').then((w) => new w.Worker('1', { eval: true }))"],
])('refuses %s', async (_name, toExpression) => {
  const path = join(folder, 'written');
  expect(await evaluate(toExpression(JSON.stringify(path)))).toContain(
    'Access to this API has been restricted',
  );
  expect(existsSync(path)).toBe(false);
});

it.each(['new Function("return 1")()', 'eval("1")'])(
  'refuses to make code of text: %s',
  async (expression) => {
    expect(await evaluate(expression)).toContain('Code generation from strings disallowed');
  },
);

it('has no network: nothing arrives at a server on this machine', async () => {
  let arrived = 0;
  server = createServer((_, response) => {
    arrived += 1;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const { port } = address;
  const attempts = [
    `fetch('http://127.0.0.1:${port}/').then((r) => r.text())`,
    `import('node:net').then((net) => new Promise((y, n) => net.connect(${port}, '127.0.0.1', y).on('error', n)))`,
    `import('node:http').then((http) => new Promise((y, n) => http.get('http://127.0.0.1:${port}/', y).on('error', n)))`,
    "import('node:dns/promises').then((dns) => dns.lookup('localhost'))",
    "import('node:dgram').then((dgram) => dgram.createSocket('udp4'))",
    "import('node:net').then((net) => net.createServer().listen(0))",
  ];
  for (const attempt of attempts) expect(await evaluate(attempt)).toContain('The sandbox has no network.');
  expect(arrived).toBe(0);
});

it('gives the program none of our environment', async () => {
  expect(await evaluate('JSON.stringify(Object.keys(process.env))')).toBe('["NODE_ENV"]');
});
