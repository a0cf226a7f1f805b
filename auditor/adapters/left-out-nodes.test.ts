import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { toNoiseNode, toNoiseStatement, toWaitingNode } from './left-out-nodes.ts';

test('a stream of tokens is one node and one sentence, however long', () => {
  const history = new HistoryWriter();
  for (let index = 0; index < 300; index += 1) history.signal('__temporal_workflow_stream_publish', index);
  const noise = history.events.map(toDecodedEvent);
  expect(toNoiseNode('r', noise)).toMatchObject([{ title: 'token stream', outcome: '300 messages' }]);
  expect(toNoiseStatement('r', noise)).toEqual([
    {
      text: '300 messages of a token stream, left out here.',
      citations: [
        { runId: 'r', eventId: 1 },
        { runId: 'r', eventId: 300 },
      ],
    },
  ]);
  expect(toNoiseNode('r', [])).toEqual([]);
  expect(toNoiseStatement('r', [])).toEqual([]);
});

test('what waited has an id of its own in the tick that answers it', () => {
  const citation = { runId: 'r', eventId: 5 };
  expect(toWaitingNode({ text: 'signal stop', citation }, 3)).toMatchObject({
    id: 'r:5:waiting:3',
    outcome: 'signal stop',
    citations: [citation],
  });
});
