import { compareRuns } from '../../compare-runs.ts';
import { compareTicks } from '../../compare-ticks.ts';
import { traceValue } from '../../trace-value.ts';
import {
  cursorParam,
  eventIdParam,
  limitParam,
  nameParam,
  pointerParam,
  runIdParam,
  tickParam,
  workflowIdParam,
} from '../parameters.ts';
import { jsonRoute, type Route } from '../route.ts';
import { comparedRunsSchema, comparedTicksSchema } from '../schemas/comparison.ts';
import { tracedValueSchema } from '../schemas/provenance.ts';
import { toValueName } from '../to-value-name.ts';

const two = {
  a: workflowIdParam.describe('Workflow id of the first.'),
  b: workflowIdParam.describe('Workflow id of the second.'),
  runIdA: runIdParam.optional().describe('A run of the first. Absent: its newest chain.'),
  runIdB: runIdParam.optional().describe('A run of the second. Absent: its newest chain.'),
};

export const compareRoutes: readonly Route[] = [
  jsonRoute({
    operationId: 'compareRuns',
    path: '/compare',
    summary: 'Two runs tick by tick, a page of pairs at a time; the first difference of the page in full.',
    pathParams: {},
    queryParams: {
      ...two,
      limit: limitParam(100, 50).describe('Most pairs of ticks that are compared.'),
      cursor: cursorParam.optional(),
    },
    answer: comparedRunsSchema,
    run: (index, { a, b, runIdA, runIdB, ...window }) =>
      compareRuns(index, { workflowId: a, runId: runIdA }, { workflowId: b, runId: runIdB }, window),
  }),
  jsonRoute({
    operationId: 'compareTicks',
    path: '/compare/ticks',
    summary: 'What two ticks do not have in common.',
    pathParams: {},
    queryParams: {
      ...two,
      tick: tickParam.describe('Tick of the first.'),
      tickB: tickParam.optional().describe('Tick of the second. Absent: the same number.'),
    },
    answer: comparedTicksSchema,
    run: (index, { a, b, runIdA, runIdB, tick, tickB = tick }) =>
      compareTicks(
        index,
        { workflowId: a, runId: runIdA, tick },
        { workflowId: b, runId: runIdB, tick: tickB },
      ),
  }),
  jsonRoute({
    operationId: 'traceValue',
    path: '/runs/{workflowId}/{runId}/ticks/{tick}/provenance',
    summary:
      'Where a value of a tick came from, hop by hop. Name it by `fact`, or by `eventId` and `pointer`.',
    pathParams: { workflowId: workflowIdParam, runId: runIdParam, tick: tickParam },
    queryParams: {
      fact: nameParam.optional().describe("Name of a fact of the tick's tree."),
      eventId: eventIdParam.optional(),
      pointer: pointerParam.optional(),
    },
    answer: tracedValueSchema,
    run: (index, input) => traceValue(index, toValueName(input)),
  }),
];
