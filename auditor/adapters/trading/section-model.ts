import { tryParseJson } from '../../base/same-json.ts';
import type { AnswerSection, Statement } from '../../model/answer.ts';
import type { ModelCall } from '../../model/model-call.ts';
import { toExcerpt } from '../excerpt.ts';
import { citePlace } from '../model-facts.ts';
import { toCallStatement, toToolStatement } from '../model-statements.ts';
import { readPrompt } from './read-prompt.ts';
import { citeModelAnswer, type TradingTick } from './read-tick.ts';
import { toIntentText } from './words.ts';

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
