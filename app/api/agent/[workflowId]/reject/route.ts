import { act, approvalBodySchema } from '#app/api/agent/_act/act.ts';

export const POST = act(approvalBodySchema, ({ client, workflowId, by, body }) =>
  client.rejectTrade(workflowId, { ...body, approver: by }),
);
