import { explainTick } from '../../explain-tick.ts';
import { getTick } from '../../get-tick.ts';
import { listTickPage } from '../../list-ticks.ts';
import { cursorParam, limitParam, runIdParam, tickParam, workflowIdParam } from '../parameters.ts';
import { jsonRoute, type Route } from '../route.ts';
import { explainedTickSchema } from '../schemas/answer.ts';
import { pageOf } from '../schemas/page.ts';
import { tickPageSchema } from '../schemas/tick.ts';
import { tickSummarySchema } from '../schemas/tick-summary.ts';

const runParams = { workflowId: workflowIdParam, runId: runIdParam };
const tickParams = { ...runParams, tick: tickParam };

export const tickRoutes: readonly Route[] = [
  jsonRoute({
    operationId: 'listTicks',
    path: '/runs/{workflowId}/{runId}/ticks',
    summary: 'Ticks of the chain of a run, in their order.',
    pathParams: runParams,
    queryParams: {
      fromTick: tickParam.optional().describe('First tick wanted; not with a cursor.'),
      limit: limitParam(1000, 200),
      cursor: cursorParam.optional(),
    },
    answer: pageOf('TickList', tickSummarySchema),
    run: (index, window) => listTickPage(index, window),
  }),
  jsonRoute({
    operationId: 'getTick',
    path: '/runs/{workflowId}/{runId}/ticks/{tick}',
    summary: 'One tick with its decision tree, its answer and its neighbours.',
    pathParams: tickParams,
    queryParams: {},
    answer: tickPageSchema,
    run: (index, name) => getTick(index, name),
  }),
  jsonRoute({
    operationId: 'explainTick',
    path: '/runs/{workflowId}/{runId}/ticks/{tick}/answer',
    summary: 'Why did it do that at this tick? Each statement cites the events that prove it.',
    pathParams: tickParams,
    queryParams: {},
    answer: explainedTickSchema,
    run: (index, name) => explainTick(index, name),
  }),
];
