import { expect, test } from 'vitest';
import { toTickSummary } from './tick-rows.ts';

const ROW = {
  ...{ run_id: 'r', tick: 3, label: 'tick 3', status: 'open', outcome: 'HOLD', tone: 'warn', interrupted: 1 },
  ...{ first_event_id: 4, last_event_id: 9, started_at: 't', duration_ms: 1.5 },
  ...{ level: 'agent-turn', model_calls: 2, tool_calls: 1, input_tokens: 7, output_tokens: null },
  ...{ identity: 'worker-1', build_id: '' },
};

test('columns become the model’s members', () => {
  expect(toTickSummary(ROW)).toEqual({
    ...{
      runId: 'r',
      tick: 3,
      label: 'tick 3',
      status: 'open',
      outcome: 'HOLD',
      tone: 'warn',
      interrupted: true,
    },
    ...{ firstEventId: 4, lastEventId: 9, startedAt: 't', durationMs: 1.5 },
    ...{ level: 'agent-turn', modelCalls: 2, toolCalls: 1, inputTokens: 7, workerIdentity: 'worker-1' },
  });
});

test('words that this version does not know fall back to the quietest', () => {
  expect(toTickSummary({ ...ROW, status: '?', tone: '?', level: '?', interrupted: 0 })).toMatchObject({
    ...{ status: 'closed', tone: 'neutral', level: 'workflow-task', interrupted: false },
  });
});
