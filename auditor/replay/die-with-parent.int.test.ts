import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

const MODULE = new URL('./die-with-parent.ts', import.meta.url).href;
const CHILD = `import { dieWithParent } from ${JSON.stringify(MODULE)}; dieWithParent(); setTimeout(() => { while (true); }, 200);`;
const PARENT = `
const { spawn } = await import('node:child_process');
const child = spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(CHILD)}], { stdio: 'ignore' });
child.once('spawn', () => setTimeout(() => console.log(child.pid), 1000));
setInterval(() => {}, 1000);
`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a process whose main thread loops ends when its parent was killed', async () => {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(parent.stdout, 'data');
  const pid = Number(String(printed));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
});
