import type { Tone } from '#app/_ui/tone.tsx';
import type { ChainRun } from '#auditor/model/run.ts';

/** What a reader must know of the stored copy of a run before trusting it. */
export type RunNote = {
  readonly tone: Tone;
  /** A few words, for a row of a table. */
  readonly short: string;
  /** The rest of the sentence that the short words begin. */
  readonly rest: string;
};

/** Alarms first: contents that contradict each other, what is lost, what cannot be replayed. */
export function toRunNotes({ conflicts, lostFromEventId, viewOnly }: ChainRun): readonly RunNote[] {
  return [
    ...(conflicts === 0
      ? []
      : [{ tone: 'bad', short: toConflictWords(conflicts), rest: 'both contents are kept' } as const]),
    ...(lostFromEventId === undefined
      ? []
      : [
          {
            tone: 'warn',
            short: `lost from event ${lostFromEventId.toLocaleString('en')}`,
            rest: 'the server no longer has the rest',
          } as const,
        ]),
    ...(viewOnly === undefined ? [] : [{ tone: 'neutral', short: 'view only', rest: viewOnly } as const]),
  ];
}

/** The notes of all runs of a chain, the same words once. */
export function toChainNotes(runs: readonly ChainRun[]): readonly RunNote[] {
  const conflicts = runs.reduce((sum, run) => sum + run.conflicts, 0);
  const notes = runs.flatMap((run, at) => toRunNotes({ ...run, conflicts: at === 0 ? conflicts : 0 }));
  return [...new Map(notes.map((note) => [`${note.short} ${note.rest}`, note])).values()];
}

const toConflictWords = (count: number): string =>
  `${count.toLocaleString('en')} event ${count === 1 ? 'conflict' : 'conflicts'}`;
