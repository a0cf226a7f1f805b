/**
 * Loaded before the entry file of every child: ends the process when the host is gone, even where the entry's own ending hangs.
 */

/** Time for the entry's own good order. */
const GRACE_MS = 5_000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
});
// The listener would keep a process alive that has finished its work.
process.channel?.unref();
