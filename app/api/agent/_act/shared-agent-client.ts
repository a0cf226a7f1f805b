import type { AgentClient } from '#agent/client/agent-client.ts';
import { connectAgentClient } from '#agent/client/connect-agent-client.ts';
import { dataFolder } from '#app/_server/data-folder.ts';
import { readHostFile } from '#host/control-client.ts';

declare global {
  var tickscopeAgentClient: { readonly key: string; readonly client: Promise<AgentClient> } | undefined;
}

/**
 * The connection that every handler shares: to the server that the host started, else to the one that the environment names.
 * A failed connection is not kept, and a host on another port gets a new one.
 *
 * Throws: AgentClientError `unreachable`.
 */
export async function sharedAgentClient(): Promise<AgentClient> {
  const host = await readHostFile(dataFolder());
  const server = host ? { address: host.temporalAddress, namespace: host.namespace } : {};
  const key = JSON.stringify(server);
  if (globalThis.tickscopeAgentClient?.key !== key) {
    void globalThis.tickscopeAgentClient?.client.then((old) => old.close()).catch(() => undefined);
    globalThis.tickscopeAgentClient = { key, client: connectAgentClient(server) };
  }
  try {
    return await globalThis.tickscopeAgentClient.client;
  } catch (error) {
    globalThis.tickscopeAgentClient = undefined;
    throw error;
  }
}
