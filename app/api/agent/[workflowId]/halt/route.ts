import { act, reasonSchema } from '#app/api/agent/_act/act.ts';

export const POST = act(reasonSchema, ({ client, workflowId, by, body }) =>
  client.halt(workflowId, { by, reason: body.reason }),
);
