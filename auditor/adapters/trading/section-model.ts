import { cite } from '../../base/cite.ts';
import { toDurationWords } from '../../base/duration-words.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { AnswerSection, Statement } from '../../model/answer.ts';
import type { ModelCall } from '../../model/model-call.ts';
import { toOutcome } from '../activity-node.ts';
import { toExcerpt } from '../excerpt.ts';
import type { MatchedToolCall } from '../match-tool-calls.ts';
import { citePlace } from '../model-node.ts';
import { readPrompt } from './read-prompt.ts';
import { citeModelAnswer, type TradingTick } from './read-tick.ts';
import { toCount, toIntentText } from './words.ts';

/** What the model was asked, which tools it used and what it answered. Absent when: it was not asked. */
export function toModelSection(tick: TradingTick): AnswerSection | undefined {
  if (tick.modelCalls.length === 0) return undefined;
  return {
    id: 'model',
    title: 'What the model said',
    statements: [
      ...tick.modelCalls.flatMap((call, index) => toCallStatements(tick, call, index)),
      ...toIntentStatements(tick),
    ],
  };
}

function toCallStatements(tick: TradingTick, call: ModelCall, index: number): readonly Statement[] {
  return [
    ...toRefusal(tick.runId, call),
    toCallStatement(tick.runId, call),
    ...(tick.toolCalls[index] ?? []).map((tool) => toToolStatement(tick.runId, tool)),
  ];
}

function toCallStatement(runId: string, call: ModelCall): Statement {
  const { activity, requestModel, responseModel, inputItems, toolsOffered, usage, latencyMs } = call;
  const name = toExcerpt(requestModel ?? 'The model', activity.scheduled.eventId, 60);
  const as =
    responseModel && responseModel !== requestModel
      ? ` (answered as ${toExcerpt(responseModel, activity.scheduled.eventId, 60)})`
      : '';
  const shown = `${name}${as} was shown ${toCount(inputItems.length, 'message')} and offered ${toCount(toolsOffered.length, 'tool')}`;
  const citations = [
    cite(runId, activity.scheduled, ['input', 0, 'request']),
    ...(activity.closed ? [cite(runId, activity.closed)] : []),
  ];
  if (activity.outcome !== 'completed') return { text: `${shown}: ${toOutcome(activity)}.`, citations };
  const attempt = (activity.attempt ?? 1) > 1 ? ` at attempt ${activity.attempt}` : '';
  const took = latencyMs === undefined ? '' : ` after ${toDurationWords(latencyMs)}`;
  return { text: `${shown}; it answered${attempt}${took}${toTokens(usage)}.`, citations };
}

function toTokens({ inputTokens, outputTokens }: ModelCall['usage']): string {
  if (inputTokens === undefined) return '';
  return ` (${inputTokens} input${outputTokens === undefined ? '' : ` and ${outputTokens} output`} tokens)`;
}

/** The agent asks again and says why: that line is the only record of the refusal. */
function toRefusal(runId: string, call: ModelCall): readonly Statement[] {
  const prompt = readPrompt(runId, call);
  const error = prompt?.valueOf('previous_error');
  if (!prompt || error === undefined) return [];
  const told = tryParseJson(error);
  const quote = toExcerpt(typeof told === 'string' ? told : error, prompt.citation.eventId);
  return [
    {
      text: 'The answer before was refused, and the model was asked again with the reason:',
      quote,
      citations: [prompt.citation],
    },
  ];
}

function toToolStatement(runId: string, { toolCall, activity, told }: MatchedToolCall): Statement {
  const wanted = toExcerpt(JSON.stringify(toolCall.arguments), toolCall.place.event.eventId, 200);
  const name = toExcerpt(toolCall.name, toolCall.place.event.eventId, 60);
  const how = activity
    ? toToolOutcome(activity)
    : told
      ? 'it was answered inside the workflow'
      : 'no run of it is recorded';
  return {
    text: `It asked for ${name} with ${wanted}; ${how}${told ? ', and the model was told:' : '.'}`,
    ...(told ? { quote: toExcerpt(told.text, told.place.event.eventId, 300) } : {}),
    citations: [
      citePlace(runId, toolCall.place),
      ...(activity ? [cite(runId, activity.closed ?? activity.scheduled)] : []),
      ...(told ? [citePlace(runId, told.place)] : []),
    ],
  };
}

function toToolOutcome(activity: NonNullable<MatchedToolCall['activity']>): string {
  const attempts = (activity.attempt ?? 1) > 1 ? ` at attempt ${activity.attempt}` : '';
  return activity.outcome === 'completed'
    ? `the tool answered${attempts}`
    : `the tool: ${toOutcome(activity)}`;
}

function toIntentStatements(tick: TradingTick): readonly Statement[] {
  const { intent, modelCalls, runId } = tick;
  if (!intent) return toUnreadableAnswer(runId, modelCalls.at(-1));
  const answer = citeModelAnswer(tick);
  const citations = answer ? [answer] : [intent.citation];
  const { eventId } = intent.citation;
  return [
    {
      text: `Its intent: ${toIntentText(intent.value, eventId)}.`,
      citations: [intent.citation, ...(answer ? [answer] : [])],
    },
    {
      text: 'The model stated (its own words, not proof of cause):',
      quote: toExcerpt(intent.value.rationale, answer?.eventId ?? eventId, 1000),
      citations,
    },
  ];
}

/** Shown as it came when it is no intent. */
function toUnreadableAnswer(runId: string, call: ModelCall | undefined): readonly Statement[] {
  const text = call?.outputText;
  if (!call || !text || call.toolCalls.length > 0) return [];
  return [
    {
      text: 'Its last answer is no trade intent:',
      quote: toExcerpt(text.text, text.place.event.eventId, 1000),
      citations: [citePlace(runId, text.place)],
    },
  ];
}
