import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { IndexBuilder } from '../query/_index/index-builder.ts';
import { SHELL_SCRIPTS, SHELLS } from './completion/shell-scripts.ts';

// A test here starts the command line up to fifteen times, a second each where the machine is busy with others.
vi.setConfig({ testTimeout: 90_000 });

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const builder = new IndexBuilder();
const IDS = ['trader-1', 'order:eu:1', 'order:us:2', 'a b', '$(touch pwned)', 'red\u001b[31m', 'two\nlines'];
const bin = join(builder.folder, 'bin');

beforeAll(() => {
  for (const [at, workflowId] of IDS.entries()) builder.run({ workflowId, runId: `r${at}` });
  mkdirSync(bin);
  writeFileSync(join(bin, 'tickscope'), `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
  chmodSync(join(bin, 'tickscope'), 0o755);
});
afterAll(() => builder.close());

const env = { ...process.env, TICKSCOPE_DATA: builder.folder, PATH: `${bin}:${process.env.PATH}` };

function run(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { env, cwd: builder.folder }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
}

/** What bash would offer or insert for this line. */
async function completeInBash(line: string): Promise<readonly string[]> {
  const script = `source <(tickscope completion bash)
    COMP_LINE=$1; COMP_POINT=\${#1}; _tickscope tickscope
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = await run('bash', ['-c', script, 'bash', line]);
  return out.split('\n').filter((text) => text !== '');
}

test('bash: commands, options, workflow ids', async () => {
  expect(await completeInBash('tickscope wh')).toEqual(['why']);
  expect(await completeInBash('tickscope why --ti')).toEqual(['--tick']);
  expect(await completeInBash('tickscope why tr')).toEqual(['trader-1']);
  expect(await completeInBash('tickscope import ')).toEqual([]);
});

test('bash: after a colon only what follows it is inserted', async () => {
  expect(await completeInBash('tickscope why order:')).toEqual(['eu:1', 'us:2']);
  expect(await completeInBash('tickscope why order:u')).toEqual(['us:2']);
  expect(await completeInBash('tickscope runs --status=fa')).toEqual(['failed']);
});

test('bash: inside quotes what needs no backslash', async () => {
  expect(await completeInBash('tickscope why "')).toEqual(['order:eu:1', 'order:us:2', 'trader-1']);
  expect(await completeInBash("tickscope why 'order:e")).toEqual(['order:eu:1']);
});

test('bash: an id is inserted as one word that runs nothing; one that cannot be seen is left out', async () => {
  expect(await completeInBash('tickscope why ')).toEqual([
    '\\$\\(touch\\ pwned\\)',
    'a\\ b',
    'order:eu:1',
    'order:us:2',
    'trader-1',
  ]);
  const { status } = spawnSync('test', ['-e', join(builder.folder, 'pwned')]);
  expect(status).toBe(1);
});

test('without an index there are no ids, and nothing is said', async () => {
  expect(await run(process.execPath, [MAIN, '__complete', '--data', '/nowhere', '--', 'why', ''])).toBe('');
});

const installed = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

test.each(SHELLS.filter(installed))('%s reads its script without a complaint', (shell) => {
  const { status, stderr } = spawnSync(shell, ['-n'], { input: SHELL_SCRIPTS[shell], encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
