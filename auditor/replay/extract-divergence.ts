/**
 * What the SDK's words say about a divergence.
 *
 * Absent when: the text does not tell.
 */
type ExtractedDivergence = {
  /** The core's own sentence, without the debug text around it. */
  readonly sentence: string;
  readonly eventId?: number;
  /** What the history has, as a phrase: `schedules activity placeOrder`. */
  readonly recorded?: string;
  /** What the code wants, as a phrase: `starts a timer`. */
  readonly replayed?: string;
};

/** Longest text taken over; child workflow machines print whole events. */
const SENTENCE_LIMIT = 300;

/** Source: sdk-core, crates/sdk-core/src/worker/workflow/machines/*_state_machine.rs. */
const MACHINES: readonly (readonly [text: RegExp, replayed: string])[] = [
  [/^Activity machine/, 'schedules an activity'],
  [/^Timer machine/, 'starts a timer'],
  [/^Child workflow machine/, 'starts a child workflow'],
  [/^Complete workflow machine/, 'completes the workflow'],
  [/^Fail workflow machine/, 'fails the workflow'],
  [/^Cancel workflow machine/, 'cancels the workflow'],
  [/^Continue as new workflow machine/, 'continues as new'],
  [/^Update machine/, 'answers an update'],
  [/^Nexus operation machine/, 'starts a Nexus operation'],
  [/^Signal external WF machine/, 'signals another workflow'],
  [/^Cancel external WF machine/, 'cancels another workflow'],
  [/^ModifyWorkflowPropertiesMachine/, 'changes the memo'],
  [/^UpsertWorkflowSearchAttributesMachine/, 'changes search attributes'],
  [/^No command scheduled for event/, 'decides nothing more'],
];

const NOUNS: Readonly<Record<string, string>> = {
  'Activity type': 'schedules activity',
  'Activity id': 'schedules an activity with id',
  'Child workflow type': 'starts child workflow',
  'Child workflow id': 'starts a child workflow with id',
  'Local activity type': 'runs local activity',
  'Local activity id': 'runs a local activity with id',
};

/** The sentence inside the Rust debug text of an error of `Worker.runReplayHistory`. */
export function toSentence(message: string): string {
  const quoted = /message: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? message;
  const plain = quoted.replaceAll('\\"', '"').replace(/^\[TMPRL1100\] Nondeterminism error: /, '');
  return plain.length > SENTENCE_LIMIT ? `${plain.slice(0, SENTENCE_LIMIT)}…` : plain;
}

/** Reads the message of a `DeterminismViolationError`. */
export function extractDivergence(message: string): ExtractedDivergence {
  const sentence = toSentence(message);
  const eventId = /HistoryEvent ?(?:\(id|\{ event_id): (\d+),/.exec(sentence)?.[1];
  const types = /^(.+? (?:type|id)) of scheduled event '([^']*)' does not match .+ '([^']*)'$/.exec(sentence);
  const verb = NOUNS[types?.[1] ?? ''];
  const replayed = MACHINES.find(([text]) => text.test(sentence))?.[1];
  return {
    sentence,
    ...(eventId !== undefined && { eventId: Number(eventId) }),
    ...(types && verb && { recorded: `${verb} ${types[2]}`, replayed: `${verb} ${types[3]}` }),
    ...(replayed !== undefined && { replayed }),
  };
}
