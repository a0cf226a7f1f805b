type Listener = () => void;

/** Tells when something changed. One timer, however many listen; none when nobody does. */
export type Watch = { readonly listen: (listener: Listener) => () => void };

/**
 * Watches a number that changes with the index, such as SQLite's `data_version`.
 *
 * `read` may throw, as long as there is no index: then nothing has changed yet.
 */
export function createWatch({
  read,
  everyMs,
}: {
  readonly read: () => number;
  readonly everyMs: number;
}): Watch {
  const listeners = new Set<Listener>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let last = readOrNone(read);

  const look = () => {
    const now = readOrNone(read);
    if (now === last) return;
    last = now;
    for (const listener of listeners) listener();
  };
  const leave = (listener: Listener) => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  return {
    listen: (listener) => {
      listeners.add(listener);
      timer ??= setInterval(look, everyMs);
      return () => leave(listener);
    },
  };
}

function readOrNone(read: () => number): number | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
