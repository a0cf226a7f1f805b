const PLAIN = /^[A-Za-z0-9_./:@%+=,-]+$/;

/** One word of a POSIX shell, quoted when it must be: ids come from histories. */
export function toShellWord(word: string): string {
  return PLAIN.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The command that prints what the tick page shows. */
export const toWhyCommand = (workflowId: string, runId: string, tick: number): string =>
  `npx tickscope why ${toShellWord(workflowId)} --run-id ${toShellWord(runId)} --tick ${tick}`;
