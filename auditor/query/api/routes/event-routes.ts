import { getEvent } from '../../get-event.ts';
import { listEventPage } from '../../list-events.ts';
import {
  cursorParam,
  eventIdParam,
  limitParam,
  nameParam,
  runIdParam,
  tickParam,
  workflowIdParam,
} from '../parameters.ts';
import { jsonRoute, type Route } from '../route.ts';
import { eventSummarySchema, storedEventSchema } from '../schemas/event.ts';
import { pageOf } from '../schemas/page.ts';

const runParams = { workflowId: workflowIdParam, runId: runIdParam };

export const eventRoutes: readonly Route[] = [
  jsonRoute({
    operationId: 'listEvents',
    path: '/runs/{workflowId}/{runId}/events',
    summary: 'Events of one run without their content, by event id.',
    pathParams: runParams,
    queryParams: {
      fromEventId: eventIdParam.optional().describe('First event wanted; not with a cursor.'),
      toEventId: eventIdParam.optional().describe('Last event wanted.'),
      eventType: nameParam.optional().describe('Only events of this type: `ACTIVITY_TASK_FAILED`.'),
      tick: tickParam.optional().describe('Only events of this tick.'),
      limit: limitParam(1000, 100),
      cursor: cursorParam.optional(),
    },
    answer: pageOf('EventList', eventSummarySchema),
    run: (index, window) => listEventPage(index, window),
  }),
  jsonRoute({
    operationId: 'getEvent',
    path: '/runs/{workflowId}/{runId}/events/{eventId}',
    summary: 'One event as stored and decoded, with the digest of its bytes.',
    pathParams: { ...runParams, eventId: eventIdParam },
    queryParams: {},
    answer: storedEventSchema,
    run: (index, name) => getEvent(index, name),
  }),
];
