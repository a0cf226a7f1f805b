import type { Stage } from './stage.ts';

/** One run whose history is to be kept. */
export type Recording = {
  /** File name without its ending. */
  readonly name: string;
  /** One sentence: what happened in it. */
  readonly description: string;
  readonly workflowId: string;
  readonly runId: string;
  /** Names of the recordings of the same chain, oldest first. Absent when: not continued. */
  readonly chain?: readonly string[];
};

/** Lets one story happen on the stage. The worker is the program's to start and to end. */
export type Program = {
  readonly name: string;
  /** File in this folder, without its ending. */
  readonly file: string;
  readonly run: (stage: Stage) => Promise<readonly Recording[]>;
};
