import type { Activity } from './activity.ts';
import type { DecodedEvent, Json } from './history-event.ts';

/** Where a part of a model call stands: an event and the way into its decoded attributes. */
export type Place = { readonly event: DecodedEvent; readonly path: readonly (string | number)[] };

/** One item that a model was shown or that it answered with. All texts are foreign. */
export type ModelItem =
  | { readonly kind: 'message'; readonly role: string; readonly text: string; readonly place: Place }
  | { readonly kind: 'tool-call'; readonly call: ToolCall; readonly place: Place }
  | { readonly kind: 'tool-result'; readonly callId: string; readonly text: string; readonly place: Place }
  | { readonly kind: 'reasoning'; readonly text: string; readonly place: Place }
  | { readonly kind: 'other'; readonly type: string; readonly place: Place };

/** A tool that the model asked for. Source: gen_ai.tool.call.id, gen_ai.tool.name. */
export type ToolCall = {
  readonly id: string;
  readonly name: string;
  /** Parsed where it is JSON, else the model's text. */
  readonly arguments: Json;
  readonly place: Place;
};

/** Absent members are unknown, never 0. Source: gen_ai.usage.*. */
export type ModelUsage = {
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** Part of the input tokens that came from the provider's cache. */
  readonly cachedTokens?: number;
  /** Part of the output tokens that the model spent on reasoning. */
  readonly reasoningTokens?: number;
};

/** What a model answered. Names follow OpenTelemetry's gen_ai registry. */
export type ModelResponse = {
  /** Absent when: open, failed, or not recorded. */
  readonly responseModel?: string;
  readonly responseId?: string;
  /** Empty when: open or failed. */
  readonly outputItems: readonly ModelItem[];
  /** Text of the answer. Absent when: open, failed, or only tools were asked for. */
  readonly outputText?: { readonly text: string; readonly place: Place };
  readonly toolCalls: readonly ToolCall[];
  /** The provider's own words. Empty when: not recorded. */
  readonly finishReasons: readonly string[];
  readonly usage: ModelUsage;
};

/** One call of a model, as the history has it. */
export type ModelCall = ModelResponse & {
  readonly activity: Activity;
  /** gen_ai.provider.name. Absent when: the framework does not record it. */
  readonly provider?: string;
  readonly requestModel?: string;
  readonly systemInstructions?: { readonly text: string; readonly place: Place };
  readonly inputItems: readonly ModelItem[];
  readonly toolsOffered: readonly string[];
  /** Of the last attempt. Absent when: open. */
  readonly latencyMs?: number;
};
