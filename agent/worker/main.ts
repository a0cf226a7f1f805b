import { runWorker, toReadyText } from './run-worker.ts';

// The worker as a process of its own.
try {
  await runWorker((ready) => {
    process.send?.({ type: 'ready' });
    console.error(toReadyText(ready));
  });
  process.exit(0);
} catch (error) {
  // The message is for a person; the stack is for whoever asks for it.
  console.error(error instanceof Error && !process.env.TICKSCOPE_DEBUG ? error.message : error);
  process.exit(1);
}
