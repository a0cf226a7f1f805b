import { Command } from 'commander';
import { expect, test } from 'vitest';
import { refuseTogether } from './refuse-together.ts';

function run(...argv: string[]): void {
  const program = new Command().option('--json').enablePositionalOptions();
  const options = (command: Command) =>
    command.option('--json').option('--csv').option('--tick-b <n>', 'x', '7');
  options(program.command('sql')).action((_options: unknown, command: Command) => {
    refuseTogether(command, 'csv', ['json', 'tick-b']);
  });
  program.parse(['node', 'x', ...argv]);
}

test('both, wherever they stand', () => {
  expect(() => run('sql', '--csv', '--json')).toThrow('Give --csv or --json, not both.');
  expect(() => run('--json', 'sql', '--csv')).toThrow('Give --csv or --json, not both.');
  expect(() => run('sql', '--csv', '--tick-b', '1')).toThrow('Give --csv or --tick-b, not both.');
});

test('one alone; a default is not given', () => {
  for (const argv of [
    ['sql', '--csv'],
    ['sql', '--json', '--tick-b', '1'],
    ['--json', 'sql'],
  ])
    run(...argv);
});
