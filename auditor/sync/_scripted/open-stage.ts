import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type HistoryServer } from '../../history/connect.ts';
import { createDevServer, type DevServer } from './dev-server.ts';
import { createScriptedWorkflows, type ScriptedWorkflows } from './scripted-workflow.ts';

/** A folder, a Temporal server, a connection to it, and workflows that obey. */
export type Stage = {
  readonly folder: string;
  readonly temporal: DevServer;
  readonly server: HistoryServer;
  readonly workflows: ScriptedWorkflows;
  readonly close: () => Promise<void>;
};

/** Sets a stage of its own; close it. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-stage-'));
  const temporal = await createDevServer(folder);
  await temporal.start();
  const server = await connect({ dataFolder: folder, env: { TEMPORAL_ADDRESS: temporal.address } });
  const workflows = createScriptedWorkflows(server);
  const close = async (): Promise<void> => {
    await workflows.stop();
    await server.close();
    await temporal.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, temporal, server, workflows, close };
}
