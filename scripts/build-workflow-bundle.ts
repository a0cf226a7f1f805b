/** Builds the workflow bundle into the data folder unless it is there, and prints its path. */
import { resolve } from 'node:path';
import { buildWorkflowBundle } from '../agent/worker/build-workflow-bundle.ts';

const { path } = await buildWorkflowBundle(resolve(process.env.TICKSCOPE_DATA || 'data'));
console.log(path);
// The bundler leaves handles open.
process.exit(0);
