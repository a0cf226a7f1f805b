import { expect, test } from 'vitest';
import { toRunOf } from '../../decision-tree/_recorded/history-writer.ts';
import { tellTurns } from '../_recorded/agent-run.ts';
import { readTurn } from './read-turn.ts';

test('every event of a turn is sorted by what it is to it', () => {
  const [told] = tellTurns((agent) => {
    const other = agent.schedule('readMail'); // 5
    agent.signal('__temporal_workflow_stream_publish', {}); // 6
    agent.call({ tools: ['getWeather'] }); // 7 to 12
    agent.activity('getWeather', {}, { result: 'rain' }); // 13 to 15
    agent.signal('hint', 'Celsius'); // 16
    agent.finish(other, { result: 'none' }); // 17, 18
    agent.timer('tea'); // 19
    agent.close('WORKFLOW_EXECUTION_TERMINATED'); // 20
  });
  if (!told) throw new Error('no turn');
  const turn = readTurn(told.span, toRunOf('chat', told.span.events), undefined);
  const toIds = (events: readonly { readonly eventId: number }[]) => events.map(({ eventId }) => eventId);
  expect({
    woke: toIds(turn.woke),
    noise: toIds(turn.noise),
    meanwhile: toIds(turn.meanwhile),
    others: turn.otherActivities.map(({ activityType }) => activityType),
    outcomes: toIds(turn.outcomes),
    decided: toIds(turn.decided),
    ended: toIds(turn.ended),
    tools: turn.tools.map((tools) => tools.map(({ activity }) => activity?.activityType)),
  }).toEqual({
    woke: [1],
    noise: [6],
    meanwhile: [16],
    others: ['readMail'],
    outcomes: [18],
    decided: [19],
    ended: [20],
    tools: [['getWeather']],
  });
});
