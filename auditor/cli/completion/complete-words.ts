import type { Argument, Command, Option } from 'commander';
import { EVENT_TYPES } from '../../base/event-types.ts';
import type { NameKind } from '../../query/list-names.ts';

/** Something that could be typed. `meaning` is ours; the value may be foreign. */
export type Candidate = { readonly value: string; readonly meaning: string };

/** Names in the index that begin with a text. */
export type NameLister = (kind: NameKind, prefix: string) => readonly string[];

/** What stands for a name in the index: arguments and values of options. */
const NAMES: ReadonlyMap<string, NameKind> = new Map([
  ['workflow-id', 'workflow_id'],
  ['workflow-id-a', 'workflow_id'],
  ['workflow-id-b', 'workflow_id'],
  ['--parent', 'workflow_id'],
  ['--workflow', 'workflow_id'],
  ['--workflow-id', 'workflow_id'],
  ['--type', 'workflow_type'],
  ['--namespace', 'namespace'],
  ['--run', 'run_id'],
  ['--run-id', 'run_id'],
  ['--run-id-a', 'run_id'],
  ['--run-id-b', 'run_id'],
]);

/**
 * What could stand where the last word is being typed.
 *
 * Empty when: nothing is known, or a file is meant; a shell then offers files.
 */
export function completeWords(
  program: Command,
  words: readonly string[],
  listNames: NameLister,
): readonly Candidate[] {
  const typed = words.at(-1) ?? '';
  const { command, awaiting, position } = readPlace(program, words.slice(0, -1));
  if (awaiting) return toValues(awaiting.long ?? '', toChoices(awaiting), typed, listNames);
  if (typed.startsWith('-')) return completeOption(command, typed, listNames);
  if (command.commands.length > 0 && position === 0) {
    const commands = command.createHelp().visibleCommands(command);
    return commands
      .map((each) => ({ value: each.name(), meaning: each.description() }))
      .filter(({ value }) => value.startsWith(typed));
  }
  const argument = findArgument(command.registeredArguments, position);
  return argument ? toValues(argument.name(), argument.argChoices, typed, listNames) : [];
}

type Place = {
  readonly command: Command;
  /** Option whose value is next. */
  readonly awaiting?: Option;
  /** Arguments before. */
  readonly position: number;
};

function readPlace(program: Command, words: readonly string[]): Place {
  let [command, position] = [program, 0];
  let awaiting: Option | undefined;
  for (const word of words) {
    if (awaiting) awaiting = undefined;
    else if (word.startsWith('-')) {
      const option = findOption(command, word);
      if (option?.required && !word.includes('=')) awaiting = option;
    } else {
      const inner = position === 0 ? command.commands.find((each) => each.name() === word) : undefined;
      if (inner) command = inner;
      else position += 1;
    }
  }
  return { command, position, ...(awaiting ? { awaiting } : {}) };
}

const findOption = (command: Command, word: string): Option | undefined =>
  command.options.find(({ short, long }) => word === short || word.split('=')[0] === long);

/** Any type may be given that a newer server has, so that the option has no choices of its own. */
const toChoices = ({ flags, argChoices }: Option): readonly string[] | undefined =>
  flags.endsWith('<event-type>') ? EVENT_TYPES : argChoices;

function findArgument(all: readonly Argument[], position: number): Argument | undefined {
  const last = all.at(-1);
  return all[position] ?? (last?.variadic ? last : undefined);
}

function completeOption(command: Command, typed: string, listNames: NameLister): readonly Candidate[] {
  const at = typed.indexOf('=');
  const option = at < 0 ? undefined : findOption(command, typed);
  if (option) {
    const values = toValues(option.long ?? '', toChoices(option), typed.slice(at + 1), listNames);
    return values.map(({ value, meaning }) => ({ value: typed.slice(0, at + 1) + value, meaning }));
  }
  const options = command.createHelp().visibleOptions(command);
  return options
    .map(({ long, short, description }) => ({ value: long ?? short ?? '', meaning: description }))
    .filter(({ value }) => value.startsWith(typed));
}

function toValues(
  name: string,
  choices: readonly string[] | undefined,
  typed: string,
  listNames: NameLister,
): readonly Candidate[] {
  const kind = NAMES.get(name);
  const values = choices ?? (kind === undefined ? [] : listNames(kind, typed));
  return values.filter((value) => value.startsWith(typed)).map((value) => ({ value, meaning: '' }));
}
