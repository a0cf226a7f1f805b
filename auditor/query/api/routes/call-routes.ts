import { listModelCalls } from '../../list-model-calls.ts';
import { listToolCalls } from '../../list-tool-calls.ts';
import { cursorParam, limitParam, nameParam, runIdParam, tickParam, workflowIdParam } from '../parameters.ts';
import { jsonRoute, type Route } from '../route.ts';
import { modelCallItemSchema, toolCallItemSchema } from '../schemas/calls.ts';
import { pageOf } from '../schemas/page.ts';

const runParams = { workflowId: workflowIdParam, runId: runIdParam };
const filters = {
  tick: tickParam.optional().describe('Only calls of this tick.'),
  status: nameParam
    .optional()
    .describe(
      'Only calls of this status: pending, completed, failed, timed-out, canceled, unknown, and of a tool answered.',
    ),
  limit: limitParam(1000, 100),
  cursor: cursorParam.optional(),
};

export const callRoutes: readonly Route[] = [
  jsonRoute({
    operationId: 'listModelCalls',
    path: '/runs/{workflowId}/{runId}/model-calls',
    summary: 'Model calls of the chain of a run: model, status, tokens, latency.',
    pathParams: runParams,
    queryParams: { ...filters, name: nameParam.optional().describe('Only this request or response model.') },
    answer: pageOf('ModelCallList', modelCallItemSchema),
    run: (index, window) => listModelCalls(index, window),
  }),
  jsonRoute({
    operationId: 'listToolCalls',
    path: '/runs/{workflowId}/{runId}/tool-calls',
    summary: 'Tools that the models of the chain of a run asked for, and what became of them.',
    pathParams: runParams,
    queryParams: { ...filters, name: nameParam.optional().describe('Only this tool.') },
    answer: pageOf('ToolCallList', toolCallItemSchema),
    run: (index, window) => listToolCalls(index, window),
  }),
];
