import { describe, expect, test } from 'vitest';
import { extractDivergence, toSentence } from './extract-divergence.ts';

/** As `Worker.runReplayHistory` of 1.23.0 puts it. */
const wrapped = (sentence: string): string =>
  'Replay failed with a nondeterminism error. This means that the workflow code as written is not compatible with the history that ' +
  'was fed in. Details: Workflow activation completion failed: Failure { failure: Some(Failure { message: "[TMPRL1100] ' +
  `Nondeterminism error: ${sentence}", source: "", stack_trace: "", encoded_attributes: None, cause: None, failure_info: None }), ` +
  'force_cause: NonDeterministicError }';

describe('the families of texts', () => {
  test.each([
    [
      'Timer machine does not handle this event: HistoryEvent(id: 27, ActivityTaskScheduled)',
      { eventId: 27, replayed: 'starts a timer' },
    ],
    [
      'Complete workflow machine does not handle this event: HistoryEvent(id: 44, TimerStarted)',
      { eventId: 44, replayed: 'completes the workflow' },
    ],
    [
      'No command scheduled for event HistoryEvent(id: 212, ActivityTaskScheduled)',
      { eventId: 212, replayed: 'decides nothing more' },
    ],
    [
      "Activity type of scheduled event 'placeOrder' does not match activity type of activity command 'sendOrder'",
      { recorded: 'schedules activity placeOrder', replayed: 'schedules activity sendOrder' },
    ],
    [
      "Child workflow id of scheduled event 'a/1' does not match child workflow id of command 'a/2'",
      { recorded: 'starts a child workflow with id a/1', replayed: 'starts a child workflow with id a/2' },
    ],
    [
      'Child workflow machine does not handle this event: HistoryEvent { event_id: 31, event_time: None }',
      { eventId: 31, replayed: 'starts a child workflow' },
    ],
    ['Change id a does not match expected id b', {}],
    ['words of a later SDK', {}],
  ])('%s', (sentence, expected) => {
    expect(extractDivergence(wrapped(sentence))).toEqual({ sentence, ...expected });
  });
});

describe('the sentence', () => {
  test('keeps quotation marks inside it', () => {
    expect(toSentence('Details: Failure { message: "no \\"x\\" here", source: "" }')).toBe('no "x" here');
  });

  test('is the whole text when nothing is quoted', () => {
    expect(toSentence('something else')).toBe('something else');
  });

  test('is cut when the text holds a whole event', () => {
    expect(toSentence('x'.repeat(10_000)).length).toBeLessThan(400);
  });
});
