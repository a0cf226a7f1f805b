import { Argument, type Command } from 'commander';
import { listNames } from '../query/list-names.ts';
import { openIndex } from '../query/open-index.ts';
import { type Candidate, completeWords, type NameLister } from './completion/complete-words.ts';
import { SHELL_SCRIPTS, SHELLS, type Shell } from './completion/shell-scripts.ts';
import { EXIT_CODE } from './exit-code.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';

/** As many as a terminal shows. */
const MOST_NAMES = 100;

const EXAMPLES = `
Examples:
  $ source <(tickscope completion bash)          in ~/.bashrc
  $ source <(tickscope completion zsh)           in ~/.zshrc, after compinit
  $ tickscope completion fish > ~/.config/fish/completions/tickscope.fish

Commands, options and their values are completed; workflow ids, run ids, types and namespaces come from the index.

${EXIT_CODE}`;

/** `tickscope completion`: a script for the shell, which asks the hidden `tickscope __complete`. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a script that completes commands, options and workflow ids in a shell')
    .addArgument(new Argument('<shell>', 'the shell that runs the script').choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action((shell: Shell, _options: unknown, command: Command) => {
      const script = SHELL_SCRIPTS[shell];
      process.stdout.write(readGlobalOptions(command).json ? `${toJsonText({ shell, script })}\n` : script);
    });
  program
    .command('__complete', { hidden: true })
    .argument('[words...]')
    .action((words: readonly string[], _options: unknown, command: Command) => {
      complete(program, words, readGlobalOptions(command).dataFolder);
    });
}

/** A name with a character that cannot be seen is left out: it would do harm in a line, and nobody types it. */
const isPlain = (value: string): boolean => !/\p{C}/u.test(value);

function complete(program: Command, words: readonly string[], dataFolder: string): void {
  const lines = completeWords(program, words, createLister(dataFolder))
    .filter(({ value }) => isPlain(value))
    .map(toLine);
  process.stdout.write(lines.join(''));
}

const toLine = ({ value, meaning }: Candidate): string =>
  meaning === '' ? `${value}\n` : `${value}\t${meaning}\n`;

/** Without an index there are no names; a message would land between the user's words. */
function createLister(dataFolder: string): NameLister {
  return (kind, prefix) => {
    try {
      const index = openIndex(dataFolder);
      try {
        return listNames(index, { kind, prefix, limit: MOST_NAMES });
      } finally {
        index.close();
      }
    } catch {
      return [];
    }
  };
}
