import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeBacktestProgram } from './describe-program.ts';

it('names files that exist and a digest that stays', () => {
  const program = describeBacktestProgram();
  const paths = [program.path, program.preload ?? '', ...program.readable];
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  expect(program.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(describeBacktestProgram().digest).toBe(program.digest);
});

it('lets the program read nothing but itself, the protocol and two packages', () => {
  const names = describeBacktestProgram().readable.map((path) =>
    path.replace(/\/$/, '').split('/').slice(-2).join('/'),
  );
  expect(names).toEqual([
    'sandbox/program',
    'sandbox/protocol.ts',
    'node_modules/trading-signals',
    'node_modules/zod',
  ]);
});
