import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import { readSignals } from './read-signals.ts';

test('signals come in order with what was sent and by which client', () => {
  const history = new HistoryWriter();
  history.signal('stop', { by: 'ops' }, 'cli@host');
  history.add('WORKFLOW_EXECUTION_SIGNALED', {});
  const signals = readSignals(history.events.map(toDecodedEvent));
  expect(signals).toMatchObject([
    { name: 'stop', argument: { by: 'ops' }, identity: 'cli@host' },
    { name: 'unnamed', argument: undefined },
  ]);
  expect(signals[1]).not.toHaveProperty('identity');
});
