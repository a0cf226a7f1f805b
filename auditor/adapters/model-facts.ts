import { cite } from '../base/cite.ts';
import type { Citation } from '../model/citation.ts';
import type { Fact } from '../model/decision.ts';
import type { Json } from '../model/history-event.ts';
import type { ModelCall, Place } from '../model/model-call.ts';
import { toExcerpt } from './excerpt.ts';

/** Foreign values that are longer are shown by their beginning. */
const LONGEST_VALUE = 1000;

/**
 * What the history has of one call of a model, each value with its proof; what it does not have is left out.
 *
 * Order: who asked whom for what, what the model was shown, how it answered.
 */
export function toModelFacts(runId: string, call: ModelCall): readonly Fact[] {
  const { scheduled, closed } = call.activity;
  const asked = cite(runId, scheduled);
  const answered = closed && cite(runId, closed);
  return [
    ...toFact('framework', call.framework, asked),
    ...toFact('operation', call.operation, asked),
    ...toFact('agent name', call.agentName, asked),
    ...toFact('provider', call.provider, answered ?? asked),
    ...toFact('request model', call.requestModel, asked),
    ...toFact('response model', call.responseModel, answered),
    ...toFact('response id', call.responseId, answered),
    ...toShownFacts(runId, call),
    ...toFact('finish reasons', call.finishReasons.join(', ') || undefined, answered),
    ...toFact('error type', call.errorType, answered),
    ...toUsageFacts(runId, call, answered),
    ...toFact('latency of the last attempt', call.latencyMs, answered, 'ms'),
    ...toTextFact(runId, 'answer', call.outputText),
  ];
}

function toShownFacts(runId: string, call: ModelCall): readonly Fact[] {
  const { systemInstructions, parameters, inputItems, inputPlace, toolsOffered, toolsPlace } = call;
  const at = (place: Place | undefined): Citation | undefined => place && citePlace(runId, place);
  const tools = toolsOffered.map(({ name }) => name).join(', ');
  return [
    ...toTextFact(runId, 'instructions', systemInstructions),
    ...toFact('parameters', parameters && toBoundedValue(parameters), at(parameters?.place)),
    ...toFact('messages shown', inputItems.length, at(inputPlace)),
    ...toFact('tools offered', tools || undefined, at(toolsPlace)),
  ];
}

function toUsageFacts(
  runId: string,
  { usage, usagePlace }: ModelCall,
  answered: Citation | undefined,
): readonly Fact[] {
  const citation = usagePlace ? citePlace(runId, usagePlace) : answered;
  return [
    ...toFact('input tokens', usage.inputTokens, citation, 'tokens'),
    ...toFact('cache-read tokens', usage.cacheReadTokens, citation, 'tokens'),
    ...toFact('cache-write tokens', usage.cacheWriteTokens, citation, 'tokens'),
    ...toFact('output tokens', usage.outputTokens, citation, 'tokens'),
    ...toFact('reasoning tokens', usage.reasoningTokens, citation, 'tokens'),
  ];
}

/** The citation of a part of a call. */
export function citePlace(runId: string, { event, path }: Place): Citation {
  return cite(runId, event, path);
}

type PlacedText = { readonly text: string; readonly place: Place };

function toTextFact(runId: string, name: string, said: PlacedText | undefined): readonly Fact[] {
  return said
    ? toFact(name, toExcerpt(said.text, said.place.event.eventId), citePlace(runId, said.place))
    : [];
}

/** A foreign value as a fact shows it: whole, or the beginning of its text. */
export function toBoundedValue({
  value,
  place,
}: {
  readonly value: Json;
  readonly place: Place;
}): Fact['value'] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? toExcerpt(text, place.event.eventId, LONGEST_VALUE) : value;
}

function toFact(
  name: string,
  value: Json | undefined,
  citation: Citation | undefined,
  unit?: string,
): readonly Fact[] {
  if (value === undefined || !citation) return [];
  return [{ name, value, citation, ...(unit ? { unit } : {}) }];
}
