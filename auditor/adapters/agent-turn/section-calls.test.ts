import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { tellTurns, toAnswerLines } from '../_recorded/agent-run.ts';

const user = (content: string): Json => ({ type: 'message', role: 'user', content });

test('what the model was shown, what was new, what it asked for and said', () => {
  const [told] = tellTurns((agent) => {
    const call = agent.call({ tools: ['getWeather'] }, [user('Weather?')]);
    agent.activity('getWeather', {}, { result: 'rain' });
    agent.workflowTask();
    const callId = `${call}-getWeather`;
    const result = { type: 'function_call_result', callId, output: { type: 'text', text: 'rain' } };
    agent.call({ text: 'It rains.' }, [user('Weather?'), result, user('In Celsius')]);
  });
  if (!told) throw new Error('no turn');
  expect(toAnswerLines(told).filter((line) => line.startsWith('model: '))).toEqual([
    'model: gpt-5-mini was shown 1 message and offered 0 tools; it answered after 20 ms.',
    'model: The last message that it was shown (user): “Weather?”',
    'model: It asked for getWeather with {}; the tool answered, and the model was told: “rain”',
    'model: gpt-5-mini was shown 3 messages and offered 0 tools; it answered after 20 ms.',
    'model: New since the call before, a message (user): “In Celsius”',
    'model: It said (its own words): “It rains.”',
  ]);
});

test('a handoff is named as one, and other instructions are shown', () => {
  const [told] = tellTurns((agent) => {
    const first = agent.schedule('invokeModelActivity', {
      modelName: 'gpt-5-mini',
      request: {
        input: [user('Refund!')],
        tools: [],
        handoffs: [{ toolName: 'to_billing' }],
        systemInstructions: 'Sort.',
      },
    });
    agent.endCall(first, { tools: ['to_billing'] });
    agent.workflowTask();
    const second = agent.schedule('invokeModelActivity', {
      modelName: 'gpt-5-mini',
      request: { input: [user('Refund!')], tools: [], systemInstructions: 'Refund.' },
    });
    agent.endCall(second, { text: 'Done.' });
  });
  const lines = told ? toAnswerLines(told) : [];
  expect(lines).toContain('model: to_billing was offered to it as a handoff to another agent.');
  expect(lines).toContain('model: Its instructions are not those of the call before: “Refund.”');
});
