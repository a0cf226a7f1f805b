import { Command } from 'commander';
import { expect, test } from 'vitest';
import { collect } from './connection-options.ts';
import { refuseEmptyNames } from './refuse-empty-names.ts';

function run(...argv: string[]): void {
  const program = new Command()
    .argument('[workflow-id-a]')
    .argument('[words...]')
    .option('--run-id <id>')
    .option('--type <event-type>')
    .option('-n, --namespace <name>', 'repeated', collect)
    .option('--query <query>')
    .hook('preAction', refuseEmptyNames)
    .action(() => undefined);
  program.parse(['node', 'x', ...argv]);
}

test.each([
  [[''], '<workflow-id-a> is empty.'],
  [[' '], '<workflow-id-a> is empty.'],
  [['w', '--run-id', ''], '--run-id <id> is empty.'],
  [['w', '--type='], '--type <event-type> is empty.'],
  [['w', '-n', 'a', '-n', ''], '-n, --namespace <name> is empty.'],
])('%j is refused', (argv, message) => {
  expect(() => run(...argv)).toThrow(expect.objectContaining({ code: 'wrong-usage' }));
  expect(() => run(...argv)).toThrow(message);
});

test('names, and what is no name', () => {
  run('w', '', '--run-id', 'r', '-n', 'a', '--query', '');
  run();
});
