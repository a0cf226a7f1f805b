import type { Activity } from './activity.ts';
import type { DecodedEvent, Json } from './history-event.ts';

/** Where a part of a model call stands: an event and the way into its decoded attributes. */
export type Place = { readonly event: DecodedEvent; readonly path: readonly (string | number)[] };

/** How a tool went that the provider ran itself, within the call: a search of its own, its sandbox for code. */
export type ProviderRun = 'completed' | 'failed' | 'unknown';

/** One item that a model was shown or that it answered with. All texts are foreign. */
export type ModelItem =
  | { readonly kind: 'message'; readonly role: string; readonly text: string; readonly place: Place }
  | { readonly kind: 'tool-call'; readonly call: ToolCall; readonly place: Place }
  | {
      readonly kind: 'tool-result';
      /** Empty when: the framework gives none. */
      readonly callId: string;
      /** Name of the tool. Absent when: the framework does not repeat it. */
      readonly name?: string;
      readonly text: string;
      readonly place: Place;
      /** Absent when: the workflow answered it. */
      readonly byProvider?: ProviderRun;
      /** The framework tells it as an error. Absent when: it does not say so. */
      readonly isError?: true;
    }
  | { readonly kind: 'reasoning'; readonly text: string; readonly place: Place }
  | { readonly kind: 'other'; readonly type: string; readonly place: Place };

/** A tool that the model asked for. Source: gen_ai.tool.call.id, gen_ai.tool.name. */
export type ToolCall = {
  /** Empty when: the framework gives none. */
  readonly id: string;
  readonly name: string;
  /** Parsed where it is JSON, else the model's text. */
  readonly arguments: Json;
  readonly place: Place;
  /** Absent when: it is left to the workflow. */
  readonly byProvider?: ProviderRun;
};

/** A tool or a handoff that the model could have asked for. Source: gen_ai.tool.definitions. */
export type ToolOffer = {
  readonly name: string;
  readonly kind: 'tool' | 'handoff';
  readonly place: Place;
};

/** Absent members are unknown, never 0. Source: gen_ai.usage.*. */
export type ModelUsage = {
  /** All of them, cached ones included. */
  readonly inputTokens?: number;
  /** All of them, reasoning included. */
  readonly outputTokens?: number;
  /** Part of the input tokens that came from the provider's cache. */
  readonly cacheReadTokens?: number;
  /** Part of the input tokens that the provider wrote into its cache. */
  readonly cacheWriteTokens?: number;
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
  /** Those that are left to the workflow. */
  readonly toolCalls: readonly ToolCall[];
  /** The provider's own words. Empty when: not recorded. */
  readonly finishReasons: readonly string[];
  readonly usage: ModelUsage;
  /** Where the usage stands. Absent when: not recorded. */
  readonly usagePlace?: Place;
};

/** One call of a model, as the history has it. */
export type ModelCall = ModelResponse & {
  /** Who made the call: name of the reader, `openai-agents`, `ai-sdk`, `pydantic-ai`. */
  readonly framework: string;
  readonly activity: Activity;
  /** gen_ai.operation.name. Absent when: it is a chat. */
  readonly operation?: 'embeddings';
  /** gen_ai.provider.name. Absent when: the framework does not record it. */
  readonly provider?: string;
  readonly requestModel?: string;
  /** gen_ai.agent.name. Absent when: the framework does not record it. */
  readonly agentName?: string;
  readonly systemInstructions?: { readonly text: string; readonly place: Place };
  /** Empty also when the input is not recorded (a local activity): see `Activity.kind`. */
  readonly inputItems: readonly ModelItem[];
  /** Where the input items stand. Absent when: not recorded. */
  readonly inputPlace?: Place;
  readonly toolsOffered: readonly ToolOffer[];
  /** Where the list of tools stands. Absent when: none were offered. */
  readonly toolsPlace?: Place;
  /** Temperature, limits and the like, as the framework gave them. Absent when: none. */
  readonly parameters?: { readonly value: Json; readonly place: Place };
  /** error.type of a failed call, `RateLimit`, `TIMEOUT START_TO_CLOSE`. Absent when: it did not fail. */
  readonly errorType?: string;
  /** Of the last attempt. Absent when: open. */
  readonly latencyMs?: number;
};

/** An activity that ran a tool for a model: its own name and the tool's may differ. */
export type ToolRun = {
  readonly framework: string;
  readonly activity: Activity;
  readonly toolName: string;
  /** Absent when: the framework does not hand the model's call id on. */
  readonly callId?: string;
  /** Absent when: not recorded. */
  readonly arguments?: { readonly value: Json; readonly place: Place };
  /** MCP server or tool set. Absent when: none. */
  readonly server?: string;
};

/** Knows how one agent framework's calls look in a history. Pure. Users may write their own. */
export type FrameworkReader = {
  /** Kebab-case: `openai-agents`. */
  readonly name: string;
  /** Absent when: the activity is something else. Also asked while only `scheduled` is recorded. */
  readonly readCall: (activity: Activity) => ModelCall | undefined;
  /** Absent when: the activity is something else. */
  readonly readToolRun?: (activity: Activity) => ToolRun | undefined;
};

/** All frameworks that are known, as one: the first that knows an activity reads it. */
export type Frameworks = {
  readonly readCall: (activity: Activity) => ModelCall | undefined;
  readonly readToolRun: (activity: Activity) => ToolRun | undefined;
};
