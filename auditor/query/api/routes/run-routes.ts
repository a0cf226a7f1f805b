import { z } from 'zod';
import { getChain } from '../../get-chain.ts';
import { listRuns } from '../../list-runs.ts';
import { readHistory } from '../../read-history.ts';
import {
  cursorParam,
  limitParam,
  nameParam,
  namespaceParam,
  runIdParam,
  workflowIdParam,
} from '../parameters.ts';
import { downloadRoute, jsonRoute, type Route } from '../route.ts';
import { pageOf } from '../schemas/page.ts';
import { runChainSchema, runListItemSchema, runStatusSchema } from '../schemas/run.ts';
import { toHistoryFileName } from '../to-history-file-name.ts';

const runPageSchema = pageOf('RunPage', runListItemSchema);
const page = { limit: limitParam(500, 50), cursor: cursorParam.optional() };
const runParams = { workflowId: workflowIdParam, runId: runIdParam };

export const runRoutes: readonly Route[] = [
  jsonRoute({
    operationId: 'listRuns',
    path: '/runs',
    summary:
      'Run chains, the one with the most recently started run first; pages stay as they were when the first was read.',
    pathParams: {},
    queryParams: {
      ...page,
      namespace: namespaceParam.optional(),
      workflowType: nameParam.optional().describe('Only this workflow type.'),
      status: runStatusSchema.optional().describe('Only chains whose newest run has this status.'),
      parent: workflowIdParam.optional().describe('Only children of this workflow.'),
      text: nameParam.optional().describe('Stands in the workflow id, the run id or the workflow type.'),
      include: z.enum(['roots', 'all']).optional().describe('`all`: children of indexed runs, too.'),
    },
    answer: runPageSchema,
    run: (index, { parent, ...window }) =>
      listRuns(index, { ...window, ...(parent === undefined ? {} : { parent: { workflowId: parent } }) }),
  }),
  jsonRoute({
    operationId: 'getNewestChain',
    path: '/runs/{workflowId}',
    summary: 'The newest chain of a workflow id: all runs that continued each other.',
    pathParams: { workflowId: workflowIdParam },
    queryParams: { namespace: namespaceParam.optional().describe('Needed where several have this id.') },
    answer: runChainSchema,
    run: (index, name) => getChain(index, name),
  }),
  jsonRoute({
    operationId: 'getChain',
    path: '/runs/{workflowId}/{runId}',
    summary: 'The chain that a run belongs to.',
    pathParams: runParams,
    queryParams: {},
    answer: runChainSchema,
    run: (index, name) => getChain(index, name),
  }),
  jsonRoute({
    operationId: 'listChildren',
    path: '/runs/{workflowId}/{runId}/children',
    summary: 'Chains of the child workflows that a run started, the most recently started first.',
    pathParams: runParams,
    queryParams: page,
    answer: runPageSchema,
    run: (index, { workflowId, runId, ...window }) => {
      const { namespace } = getChain(index, { workflowId, runId });
      return listRuns(index, { ...window, namespace, parent: { workflowId, runId } });
    },
  }),
  downloadRoute({
    operationId: 'downloadHistory',
    path: '/runs/{workflowId}/{runId}/history',
    summary: 'One run as history JSON that every Temporal tool reads, byte for byte what is stored.',
    pathParams: runParams,
    queryParams: {},
    run: (index, name) => ({
      fileName: toHistoryFileName(name.workflowId, name.runId),
      mediaType: 'application/json',
      chunks: readHistory(index, name),
    }),
  }),
];
