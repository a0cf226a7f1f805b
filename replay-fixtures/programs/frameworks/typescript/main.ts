/** Records how agent frameworks for TypeScript look in a history: all stories, or those named on the command line. */
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { type BundleOptions, bundleWorkflowCode, Worker } from '@temporalio/worker';
import { writeFrameworkRecording } from '../../write-framework-recording.ts';
import { activities } from './activities.ts';
import { AI_SDK_STORIES } from './ai-sdk-stories.ts';
import { OPENAI_AGENTS_STORIES } from './openai-agents-stories.ts';
import type { Story } from './story.ts';
import { STRANDS_STORIES } from './strands-stories.ts';

const STORIES = [...OPENAI_AGENTS_STORIES, ...AI_SDK_STORIES, ...STRANDS_STORIES];
const NEUTRAL_NAME = 'fixture';

/** Chunks cannot be loaded inside the workflow sandbox, so lazy imports become eager. */
const importEagerly: NonNullable<BundleOptions['webpackConfigHook']> = (config) => ({
  ...config,
  module: {
    ...config.module,
    parser: {
      ...config.module?.parser,
      javascript: { ...config.module?.parser?.javascript, dynamicImportMode: 'eager' },
    },
  },
});

async function record(environment: TestWorkflowEnvironment, story: Story): Promise<void> {
  const { close, plugins = [], ...options } = await story.worker();
  const workflowsPath = fileURLToPath(new URL(`./workflows/${story.workflows}.ts`, import.meta.url));
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath,
    plugins,
    webpackConfigHook: importEagerly,
  });
  const taskQueue = story.name;
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    ...{ taskQueue, activities, plugins, workflowBundle, identity: NEUTRAL_NAME, ...options },
  });
  if (story.workflowType === 'nexusAgent') await environment.createNexusEndpoint('tickets', taskQueue);
  const client = new Client({ connection: environment.connection, identity: NEUTRAL_NAME });
  const runId = await worker.runUntil(async () => {
    const handle = await client.workflow.start(story.workflowType, {
      ...{ workflowId: story.name, taskQueue, args: [...story.args], workflowExecutionTimeout: '1 minute' },
    });
    console.error(`${story.name}: ${await handle.result()}`);
    return handle.firstExecutionRunId;
  });
  close?.();
  const { name, description, packages } = story;
  const program = `replay-fixtures/programs/frameworks/typescript/${story.workflows}-stories.ts`;
  const count = await writeFrameworkRecording(environment.address, {
    ...{ name, description, packages, program, workflowId: name, runId },
  });
  console.error(`recorded ${name}: ${count} events`);
}

const path = process.env.TICKSCOPE_TEMPORAL_CLI;
if (!path)
  throw new Error('TICKSCOPE_TEMPORAL_CLI is not set: it names the Temporal CLI to start a server with.');
const names = process.argv.slice(2);
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'existing-path', path } },
  client: { identity: NEUTRAL_NAME },
});
try {
  for (const story of STORIES)
    if (names.length === 0 || names.includes(story.name)) await record(environment, story);
} finally {
  await environment.teardown();
}
process.exit(0);
