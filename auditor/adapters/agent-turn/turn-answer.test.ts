import { expect, test } from 'vitest';
import { tellTurns, toAnswerLines } from '../_recorded/agent-run.ts';

test('a turn stands alone: what woke it, what was known, what followed', () => {
  const turns = tellTurns((agent) => {
    agent.call({ text: 'Hello.' });
    agent.wait(5000).workflowTask();
    const update = agent.update('ask', 'Weather?');
    agent.activity('readMail', 'inbox', { result: 'none' });
    agent.workflowTask();
    const call = agent.beginCall('Weather?');
    agent.signal('hint', 'Celsius');
    agent.endCall(call, { text: 'Rain.' });
    const workflowTaskCompletedEventId = String(agent.workflowTask());
    agent.add('WORKFLOW_EXECUTION_UPDATE_COMPLETED', { acceptedEventId: String(update) });
    agent.add('TIMER_STARTED', { timerId: '1', workflowTaskCompletedEventId }, 'next look');
  });
  expect(turns).toHaveLength(2);
  expect(turns[1] && toAnswerLines(turns[1])).toEqual([
    'chat, turn 2: answered. It was woken by: update ask. 1 model call (gpt-5-mini).',
    'The model’s last words: “Rain.”',
    'known: Update ask with: “Weather?”',
    'known: Result of activity readMail: “none”',
    'model: gpt-5-mini was shown 1 message and offered 0 tools; it answered after 20 ms.',
    'model: The last message that it was shown (user): “Weather?”',
    'model: It said (its own words): “Rain.”',
    'decided: Scheduled activity readMail with: “inbox”',
    'decided: Answered update ask.',
    'decided: Started timer next look.',
    'interruptions: While it was at work: signal hint with: “Celsius”',
  ]);
});
