import { injectedNewsSchema } from '#agent/contract/signals.ts';
import { act } from '#app/api/agent/_act/act.ts';

export const POST = act(injectedNewsSchema.omit({ by: true }), ({ client, workflowId, by, body }) =>
  client.injectNews(workflowId, { ...body, by }),
);
