import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeConnection } from '@temporalio/worker';
import { buildWorkflowBundle } from '../build-workflow-bundle.ts';
import { createWorkers } from '../create-workers.ts';
import type { Scenes } from './scenario.ts';
import { createScriptedModelProvider } from './scripted-model.ts';
import { createScriptedActivities } from './scripted-parties.ts';

export interface ScriptedWorker {
  readonly stop: () => Promise<void>;
}

/** Bundles of tests lie beside each other in one folder, so that the second test file finds what the first one built. */
const BUNDLE_FOLDER = join(tmpdir(), 'tickscope-test-bundles');

/** The real workflows and the real worker, with scripted parties. */
export async function startScriptedWorker(
  connection: NativeConnection,
  scenes: Scenes,
): Promise<ScriptedWorker> {
  const bundle = await buildWorkflowBundle(BUNDLE_FOLDER);
  const workers = await createWorkers({
    connection,
    identity: 'scripted-worker',
    bundlePath: bundle.path,
    activities: createScriptedActivities(scenes),
    modelProvider: createScriptedModelProvider(scenes),
  });
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await running;
    },
  };
}
