import { act, approvalBodySchema } from '#app/api/agent/_act/act.ts';

export const POST = act(approvalBodySchema, ({ client, workflowId, by, body }) =>
  client.approveTrade(workflowId, { ...body, approver: by }),
);
