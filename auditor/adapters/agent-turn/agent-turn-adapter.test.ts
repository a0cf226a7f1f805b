import { expect, test } from 'vitest';
import { tellTurns, toAnswerLines } from '../_recorded/agent-run.ts';

test('what came while the model was at work is what woke the turn after it', () => {
  const turns = tellTurns((agent) => {
    const call = agent.beginCall();
    agent.signal('say', 'And in Bergen?');
    agent.endCall(call, { text: 'Rain.' });
    agent.workflowTask();
    agent.call({ text: 'Rain there too.' });
    agent.signal('say', 'Thanks');
  });
  expect(turns.map(({ tick }) => [tick.label, tick.status, tick.level, tick.adapter])).toEqual([
    ['turn 1', 'closed', 'agent-turn', 'agent-turn/1'],
    ['turn 2', 'closed', 'agent-turn', 'agent-turn/1'],
    ['turn 3', 'open', 'agent-turn', 'agent-turn/1'],
  ]);
  expect(turns[1] && toAnswerLines(turns[1])[0]).toBe(
    'chat, turn 2: answered. It was woken by: signal say (came during the turn before). 1 model call (gpt-5-mini).',
  );
  expect(turns[2] && toAnswerLines(turns[2])[0]).toBe(
    'chat, turn 3: no model call. It was woken by: signal say.',
  );
});
