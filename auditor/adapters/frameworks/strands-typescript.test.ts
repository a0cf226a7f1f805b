import { expect, test } from 'vitest';
import { writeActivity } from '../_recorded/read-activity.ts';
import { strandsTypescript } from './strands-typescript.ts';

const INPUT = {
  ...{ modelName: 'm', messages: [{ role: 'user', content: [{ text: 'hello' }] }] },
  options: { systemPrompt: 'Be brief.', toolSpecs: [{ name: 'look' }], toolChoice: { auto: {} } },
};

test('request and answer', () => {
  const result = [{ type: 'modelContentBlockDeltaEvent', delta: { type: 'textDelta', text: 'HOLD' } }];
  expect(strandsTypescript.readCall(writeActivity('invokeModel', INPUT, result))).toMatchObject({
    ...{ framework: 'strands', requestModel: 'm', systemInstructions: { text: 'Be brief.' } },
    ...{ inputItems: [{ text: 'hello' }], toolsOffered: [{ name: 'look' }], outputText: { text: 'HOLD' } },
    parameters: { value: { toolChoice: { auto: {} } } },
  });
});

test('an open call has no answer; the AI SDK’s activities of the same name are not read', () => {
  expect(strandsTypescript.readCall(writeActivity('invokeModelStreaming', INPUT))).toMatchObject({
    outputItems: [],
  });
  expect(
    strandsTypescript.readCall(writeActivity('invokeModel', { modelId: 'm', options: { prompt: [] } })),
  ).toBeUndefined();
  expect(strandsTypescript.readCall(writeActivity('other', INPUT))).toBeUndefined();
});
