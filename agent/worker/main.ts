import { setTracingDisabled } from '@openai/agents-core';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createModelProvider } from '../activities/model/create-model-provider.ts';
import { buildWorkflowBundle } from './build-workflow-bundle.ts';
import { connect } from './connect.ts';
import { createActivities } from './create-activities.ts';
import { createWorkers } from './create-workers.ts';
import { readSettings } from './read-settings.ts';

/** The worker process: joins settings, server, code and parties, then works until told to end. */
async function main(): Promise<void> {
  // The channel closes when the parent is gone, however it went: a worker without an owner ends.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Its spans would leave this machine, or fill its log.
  setTracingDisabled(true);
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const settings = readSettings(process.env);
  const modelProvider = createModelProvider(settings.model);
  const bundle = await buildWorkflowBundle(settings.dataFolder);
  const { connection, namespace } = await connect(settings);
  const { identity } = settings;
  const workers = await createWorkers({
    connection,
    namespace,
    identity,
    modelProvider,
    bundlePath: bundle.path,
    activities: createActivities(settings),
  });
  const running = Promise.all(workers.map((worker) => worker.run()));
  process.send?.({ type: 'ready' });
  console.error(`worker ${identity} takes work, workflow bundle ${bundle.digest.slice(0, 12)}`);
  await running;
  await connection.close();
}

try {
  await main();
  process.exit(0);
} catch (error) {
  // The message is for a person; the stack is for whoever asks for it.
  console.error(error instanceof Error && !process.env.TICKSCOPE_DEBUG ? error.message : error);
  process.exit(1);
}
