import { Command } from 'commander';
import { afterEach, expect, test, vi } from 'vitest';
import { addGlobalOptions, type GlobalOptions, readGlobalOptions } from './global-options.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function parse(...argv: string[]): GlobalOptions | undefined {
  let seen: GlobalOptions | undefined;
  const program = new Command('tickscope').enablePositionalOptions();
  const command = program.command('runs').action((_options, self: Command) => {
    seen = readGlobalOptions(self);
  });
  for (const each of [program, command]) addGlobalOptions(each);
  program.parse(['node', 'tickscope', ...argv]);
  return seen;
}

test('before and after the name of the command', () => {
  vi.stubEnv('TICKSCOPE_DATA', '/env');
  expect(parse('runs')).toEqual({ dataFolder: '/env', json: false, debug: false });
  expect(parse('--data', '/a', '--json', 'runs')).toEqual({ dataFolder: '/a', json: true, debug: false });
  expect(parse('--data', '/a', 'runs', '--data', '/b', '--debug')).toEqual({
    dataFolder: '/b',
    json: false,
    debug: true,
  });
});

test('without any setting the folder is data', () => {
  vi.stubEnv('TICKSCOPE_DATA', '');
  expect(parse('runs')?.dataFolder).toBe('data');
});
