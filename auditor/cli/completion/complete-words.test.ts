import { expect, test } from 'vitest';
import { createProgram } from '../create-program.ts';
import { addGlobalOptions, withSubcommands } from '../global-options.ts';
import { completeWords, type NameLister } from './complete-words.ts';

const program = createProgram();
const chaos = program.command('chaos').description('faults');
chaos.command('kill-worker').description('kill');
for (const command of withSubcommands(program)) addGlobalOptions(command);

const IDS: NameLister = (kind, prefix) =>
  [`${kind}-1`, `${kind}-2`].filter((name) => name.startsWith(prefix));
const complete = (...words: string[]) => completeWords(program, words, IDS).map(({ value }) => value);

test('commands, also below a command, never hidden ones', () => {
  expect(complete('wh')).toEqual(['why']);
  expect(complete('')).toEqual(expect.arrayContaining(['why', 'runs', 'completion']));
  expect(complete('')).not.toContain('__complete');
  expect(complete('chaos', '')).toContain('kill-worker');
});

test('options of the command, and those that every command has', () => {
  expect(complete('why', '--t')).toEqual(['--tick']);
  expect(complete('why', 'trader', '--')).toEqual(expect.arrayContaining(['--json', '--data', '--run-id']));
  expect(complete('--da')).toEqual(['--data']);
});

test('workflow ids where one is meant, also after options and their values', () => {
  expect(complete('why', 'work')).toEqual(['workflow_id-1', 'workflow_id-2']);
  expect(complete('why', '--tick', '14', '--json', '')).toEqual(['workflow_id-1', 'workflow_id-2']);
  expect(complete('compare', 'a', 'workflow_id-2')).toEqual(['workflow_id-2']);
  expect(complete('why', 'a', '')).toEqual([]);
});

test('values of options: choices, names, or nothing, where the shell offers files', () => {
  expect(complete('runs', '--status', 'c')).toEqual(['completed', 'canceled', 'continued-as-new']);
  expect(complete('runs', '--status=f')).toEqual(['--status=failed']);
  expect(complete('runs', '-n', '')).toEqual(['namespace-1', 'namespace-2']);
  expect(complete('runs', '--type', '')).toEqual(['workflow_type-1', 'workflow_type-2']);
  expect(complete('events', 'a', '--type', 'TIMER_F')).toEqual(['TIMER_FIRED']);
  expect(complete('search', '--event=TIMER_F')).toEqual(['--event=TIMER_FIRED']);
  expect(complete('search', '--kind', 'model')).toEqual(['model-call']);
  expect(complete('why', '--tick', '')).toEqual([]);
  expect(complete('import', '')).toEqual([]);
  expect(complete('completion', 'z')).toEqual(['zsh']);
});

test('words that mean nothing complete to nothing', () => {
  expect(complete()).toContain('why');
  expect(complete('dance', '')).toEqual([]);
  expect(complete('why', '--nonsense', '--json=')).toEqual([]);
});
