import type { Argument, Command, Option } from 'commander';
import { GLOBAL_OPTIONS, withSubcommands } from '../../auditor/cli/global-options.ts';
import { createTickscope } from '../../bin/create-tickscope.ts';
import type { GeneratedPage } from './generated-page.ts';

const HEAD = `<!-- Written by npm run docs, from the commands themselves. -->

# Commands

\`tickscope <command> --help\` says the same. Data goes to standard output, progress and errors to standard error; under \`--json\` standard output holds JSON alone, \`[]\` where a list is empty, and an error is
a line \`{"error":{"code":…,"message":…}}\` on standard error, with a code of [errors](errors.md).
JSON is kept stable, text is not. Commands that list things have \`--jsonl\`, an object per line, and name on standard error the cursor of the next page.

| exit code | means |
|---|---|
| 0 | done |
| 1 | bad news: an error, a divergence, a difference, something that was not imported |
| 2 | wrong usage, or nothing to work on |
| 3 | this version cannot do it yet |
| 130 | stopped by Ctrl-C, where that leaves work undone |
`;

/** docs/cli.md: every command with its options and examples. */
export const cliPage: GeneratedPage = {
  path: 'docs/cli.md',
  generate: () => {
    const commands = withSubcommands(createTickscope()).filter(isShown);
    return [HEAD, toOptionTable('Every command has', GLOBAL_OPTIONS), ...commands.map(toSection)].join('\n');
  },
};

/** What can be called: no group of commands, and nothing for programs alone. */
const isShown = (command: Command): boolean =>
  command.commands.length === 0 && !command.name().startsWith('__');

const toPath = (command: Command): string =>
  command.parent?.parent ? `${toPath(command.parent)} ${command.name()}` : command.name();

function toSection(command: Command): string {
  const options = command.options.map(toOptionRow);
  const examples = toExamples(command);
  return [
    `## ${toPath(command)}\n`,
    `\`tickscope ${toPath(command)}${command.registeredArguments.map(toArgumentText).join('')}\`: ${command.description()}.\n`,
    ...toArgumentNotes(command.registeredArguments),
    ...(options.length === 0 ? [] : [toOptionTable('', options)]),
    ...(examples === '' ? [] : [`\`\`\`\n${examples}\n\`\`\`\n`]),
  ].join('\n');
}

function toArgumentText(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? ` <${name}>` : ` [${name}]`;
}

const toArgumentNotes = (all: readonly Argument[]): readonly string[] =>
  all
    .filter(({ description }) => description !== '')
    .map((argument) => `\`${argument.name()}\`: ${argument.description}.\n`);

function toOptionRow({ flags, description, defaultValue, argChoices }: Option): readonly [string, string] {
  const choices = argChoices === undefined ? '' : ` (${argChoices.join(', ')})`;
  const given = typeof defaultValue === 'number' || (typeof defaultValue === 'string' && defaultValue !== '');
  return [flags, `${description}${choices}${given ? ` (default: ${defaultValue})` : ''}`];
}

function toOptionTable(title: string, rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([flags, text]) => `| \`${flags}\` | ${text.replaceAll('|', '\\|')} |`);
  return ['', `| ${title || 'option'} | |`, '|---|---|', ...lines, ''].slice(1).join('\n');
}

/** What the help shows after the options. */
function toExamples(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (more) => (text += more), getOutHasColors: () => false });
  command.outputHelp();
  return text
    .slice(text.search(/\nExamples:\n/))
    .replace(/^\nExamples:\n/, '')
    .trim();
}
