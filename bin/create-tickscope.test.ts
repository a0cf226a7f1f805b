import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { addGlobalOptions, withSubcommands } from '../auditor/cli/global-options.ts';
import { createTickscope } from './create-tickscope.ts';
import { ROOT } from './root-folder.ts';

const program = createTickscope();
for (const command of withSubcommands(program)) addGlobalOptions(command);
const COMMANDS = withSubcommands(program)
  .filter((command) => command.commands.length === 0 && !command.name().startsWith('__'))
  .map((command) => ({ name: toName(command), command }));
const docs = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8');

function toName(command: Command): string {
  return command.parent?.parent ? `${toName(command.parent)} ${command.name()}` : command.name();
}

function toHelp(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}

test('the commands are there', () => {
  expect(COMMANDS.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['why', 'tree', 'runs', 'search', 'serve', 'chaos fail']),
  );
});

test.each(COMMANDS)('$name says what it does, how it is called and how it ends', ({ name, command }) => {
  expect(command.description()).toMatch(/^\S.{10,}[^.]$/);
  const help = toHelp(command);
  expect(help).toMatch(/\nExamples:\n {2}\$ /);
  expect(help).toContain(`$ tickscope ${name}`);
  expect(help).toMatch(/\nExit code: 0 /);
});

test.each(COMMANDS)('$name: every option says what it is for, --json is among them', ({ command }) => {
  const silent = command.options.filter(({ description }) => description.length < 3);
  expect(silent.map(({ flags }) => flags)).toEqual([]);
  const longs = command.options.map(({ long }) => long);
  expect(longs).toEqual(expect.arrayContaining(['--json', '--data', '--debug']));
});

test.each(COMMANDS)('$name and its options are in docs/cli.md', ({ name, command }) => {
  const [, section = ''] = docs.split(`\n## ${name}\n`);
  const own = section.split('\n## ')[0] ?? '';
  const missing = command.options.filter(
    ({ flags }) => !own.includes(`\`${flags}\``) && !docs.split('\n## ')[0]?.includes(`\`${flags}\``),
  );
  expect([own === '', missing.map(({ flags }) => flags)]).toEqual([false, []]);
});

/** One thing, one name: the same flag means the same, whichever command has it. */
test('a short option stands for the same long one everywhere', () => {
  const longs = new Map<string, Set<string | undefined>>();
  for (const { command } of COMMANDS)
    for (const { short, long } of command.options)
      if (short) longs.set(short, new Set([...(longs.get(short) ?? []), long]));
  for (const [short, names] of longs) expect([short, names.size]).toEqual([short, 1]);
});
