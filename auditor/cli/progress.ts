import { toTerminalText } from './terminal-text.ts';

/** A line on a terminal that is written over again and again. */
export type Progress = {
  /** Shows how far the work is: `done` of `total`, and what is at hand. */
  readonly update: (state: {
    readonly done: number;
    readonly total?: number;
    readonly detail?: string;
  }) => void;
  /** Takes the line away, so that others can be written. */
  readonly clear: () => void;
};

type Stream = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

/** Often enough to see movement, seldom enough to cost nothing. */
const INTERVAL_MS = 100;

/**
 * A progress line with counts: `importing 12 of 40: orders.json`.
 *
 * Shape: nothing is written where the stream is no terminal or `enabled` is false (with `--json`).
 */
export function createProgress(options: {
  readonly stream: Stream;
  readonly label: string;
  readonly enabled?: boolean;
  readonly now?: () => number;
}): Progress {
  const { stream, label, enabled = true, now = () => performance.now() } = options;
  if (!stream.isTTY || !enabled) return { update: () => undefined, clear: () => undefined };
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    update: ({ done, total, detail }) => {
      if (now() - shownAt < INTERVAL_MS) return;
      shownAt = now();
      isShown = true;
      const count = total === undefined ? String(done) : `${done} of ${total}`;
      const text = `${label} ${count}${detail === undefined ? '' : `: ${detail}`}`;
      // A longer line would wrap, and only its last row could be written over.
      stream.write(
        `\r\x1b[2K${toTerminalText(text)
          .replaceAll('\n', ' ')
          .slice(0, (stream.columns || 80) - 1)}`,
      );
    },
    clear: () => {
      if (isShown) stream.write('\r\x1b[2K');
      isShown = false;
    },
  };
}
