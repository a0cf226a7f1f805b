import { cite } from '../base/cite.ts';
import { toDurationWords } from '../base/duration-words.ts';
import type { Statement } from '../model/answer.ts';
import type { Citation } from '../model/citation.ts';
import type { ModelCall } from '../model/model-call.ts';
import { toOutcome } from './activity-node.ts';
import { toCount } from './count-words.ts';
import { toExcerpt } from './excerpt.ts';
import type { MatchedToolCall } from './match-tool-calls.ts';
import { citePlace } from './model-facts.ts';
import { toToolOutcome } from './model-node.ts';

/** Activities by which frameworks call a model and publish its tokens meanwhile. */
const STREAMING = /stream/i;

/** What a model was shown, and that it answered. */
export function toCallStatement(runId: string, call: ModelCall): Statement {
  const { activity, latencyMs, usage } = call;
  const citations = [citeShown(runId, call), ...(activity.closed ? [cite(runId, activity.closed)] : [])];
  const shown = toShown(call);
  if (activity.outcome !== 'completed') return { text: `${shown}: ${toOutcome(activity)}.`, citations };
  const attempt = (activity.attempt ?? 1) > 1 ? ` at attempt ${activity.attempt}` : '';
  const stream = STREAMING.test(activity.activityType) ? ' as a stream' : '';
  const took = latencyMs === undefined ? '' : ` after ${toDurationWords(latencyMs)}`;
  return { text: `${shown}; it answered${stream}${attempt}${took}${toTokens(usage)}.`, citations };
}

/** What a model asked of a tool, and what became of it. */
export const toToolStatement = (runId: string, tool: MatchedToolCall): Statement =>
  toStatement(runId, tool, 'It asked for');

/** The same of a tool that was asked for in an earlier tick. */
export const toEarlierToolStatement = (runId: string, tool: MatchedToolCall): Statement =>
  toStatement(runId, tool, 'Earlier it had asked for');

function toStatement(runId: string, tool: MatchedToolCall, asked: string): Statement {
  const { toolCall, activity, told, nested = [] } = tool;
  const wanted = toExcerpt(JSON.stringify(toolCall.arguments), toolCall.place.event.eventId, 200);
  const name = toExcerpt(toolCall.name, toolCall.place.event.eventId, 60);
  const how = activity ? toActivityOutcome(activity) : toInnerOutcome(tool);
  return {
    text: `${asked} ${name} with ${wanted}; ${how}${told ? ', and the model was told:' : '.'}`,
    ...(told ? { quote: toExcerpt(told.text, told.place.event.eventId, 300) } : {}),
    citations: [
      citePlace(runId, toolCall.place),
      ...(activity ? [cite(runId, activity.closed ?? activity.scheduled)] : []),
      ...nested.map((call) => cite(runId, call.activity.scheduled)),
      ...(told ? [citePlace(runId, told.place)] : []),
    ],
  };
}

/** Name of the model as it was asked for, else as it answered, bounded. Absent when: not recorded. */
export function findModelName({ requestModel, responseModel, activity }: ModelCall): string | undefined {
  const name = requestModel ?? responseModel;
  return name && toExcerpt(name, activity.scheduled.eventId, 60);
}

/** The request as a whole: what stands around the list of messages. */
function citeShown(runId: string, { inputPlace, activity }: ModelCall): Citation {
  return inputPlace
    ? cite(runId, inputPlace.event, inputPlace.path.slice(0, -1))
    : cite(runId, activity.scheduled);
}

function toShown(call: ModelCall): string {
  const { activity, requestModel, responseModel, inputItems, toolsOffered } = call;
  const as =
    requestModel && responseModel && responseModel !== requestModel
      ? ` (answered as ${toExcerpt(responseModel, activity.scheduled.eventId, 60)})`
      : '';
  const name = `${findModelName(call) ?? 'The model'}${as}`;
  if (activity.kind === 'local-activity')
    return `${name} was asked by a local activity, whose input is not recorded`;
  return `${name} was shown ${toCount(inputItems.length, 'message')} and offered ${toCount(toolsOffered.length, 'tool')}`;
}

function toTokens({ inputTokens, outputTokens }: ModelCall['usage']): string {
  if (inputTokens === undefined) return '';
  return ` (${inputTokens} input${outputTokens === undefined ? '' : ` and ${outputTokens} output`} tokens)`;
}

function toInnerOutcome(tool: MatchedToolCall): string {
  const outcome = toToolOutcome(tool);
  return /^(answered|run) /.test(outcome) ? `it was ${outcome}` : outcome;
}

function toActivityOutcome(activity: NonNullable<MatchedToolCall['activity']>): string {
  const attempts = (activity.attempt ?? 1) > 1 ? ` at attempt ${activity.attempt}` : '';
  return activity.outcome === 'completed'
    ? `the tool answered${attempts}`
    : `the tool: ${toOutcome(activity)}`;
}
