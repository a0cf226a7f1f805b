import { setTracingDisabled } from '@openai/agents-core';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createModelProvider } from '../activities/model/create-model-provider.ts';
import { buildWorkflowBundle } from './build-workflow-bundle.ts';
import { connect } from './connect.ts';
import { createActivities } from './create-activities.ts';
import { createWorkers } from './create-workers.ts';
import { readSettings, type WorkerSettings } from './read-settings.ts';
import { StartError } from './start-error.ts';

/** A worker that takes work, and where. */
export interface WorkerReady {
  readonly identity: string;
  readonly address: string;
  readonly namespace: string;
  /** SHA-256 of the workflow bundle. */
  readonly bundleDigest: string;
}

/** Joins settings, server, code and parties of the environment, then works until told to end. Throws: StartError. */
export async function runWorker(onReady: (ready: WorkerReady) => void): Promise<void> {
  // The channel closes when the parent is gone, however it went: a worker without an owner ends.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Its spans would leave this machine, or fill its log.
  setTracingDisabled(true);
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const settings = readSettings(process.env);
  const modelProvider = toModelProvider(settings);
  const bundle = await buildWorkflowBundle(settings.dataFolder);
  const { connection, address, namespace } = await connect(settings);
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
  onReady({ identity, address, namespace, bundleDigest: bundle.digest });
  await running;
  await connection.close();
}

function toModelProvider({ model }: WorkerSettings) {
  try {
    return createModelProvider(model);
  } catch (cause) {
    // It throws for one reason alone: a key that is needed and not given.
    throw new StartError('settings', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The same in a sentence. */
export const toReadyText = ({ identity, bundleDigest }: WorkerReady): string =>
  `worker ${identity} takes work, workflow bundle ${bundleDigest.slice(0, 12)}`;
