import type { ModelItem, ProviderRun, ToolCall } from '../model/model-call.ts';

type ToolResult = Extract<ModelItem, { kind: 'tool-result' }>;

/** A tool that the provider ran itself. */
type ProviderTool = {
  readonly toolCall: ToolCall;
  /** What the model was told of it. Absent when: the answer does not hold it. */
  readonly told?: ToolResult;
};

/**
 * The tools that the provider ran itself while a model answered. Call ids join a call and its result; without them their order does.
 *
 * Order: as they stand in the answer.
 */
export function listProviderTools(outputItems: readonly ModelItem[]): readonly ProviderTool[] {
  const results = outputItems
    .filter((item) => item.kind === 'tool-result')
    .filter(({ byProvider }) => byProvider !== undefined);
  const byId = Map.groupBy(results, ({ callId }) => callId);
  return outputItems.flatMap((item) => {
    if (item.kind !== 'tool-call' || !item.call.byProvider) return [];
    const told = byId.get(item.call.id)?.shift();
    return [{ toolCall: item.call, ...(told ? { told } : {}) }];
  });
}

/** How it went: its result says so, else the call itself. */
export function toProviderRun(call: ToolCall, told: ToolResult | undefined): ProviderRun {
  const said = told?.byProvider ?? 'unknown';
  return said === 'unknown' ? (call.byProvider ?? 'unknown') : said;
}
