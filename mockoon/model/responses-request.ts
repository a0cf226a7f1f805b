import { z } from 'zod';

const partSchema = z.looseObject({ text: z.string().optional() });

const itemSchema = z.looseObject({
  type: z.string().optional(),
  role: z.string().optional(),
  content: z.union([z.string(), z.array(partSchema)]).optional(),
  output: z.unknown().optional(),
});

/** What the stand-in reads of a request. Source: OpenAI's Responses API. */
export const responsesRequestSchema = z.looseObject({
  model: z.string(),
  instructions: z.string().nullish(),
  input: z.union([z.string(), z.array(itemSchema)]),
  tools: z.array(z.looseObject({ type: z.string(), name: z.string().optional() })).optional(),
  tool_choice: z.unknown().optional(),
  stream: z.boolean().nullish(),
});
export type ResponsesRequest = z.infer<typeof responsesRequestSchema>;

/** The text of all user messages, in their order. */
export function toUserText({ input }: ResponsesRequest): string {
  if (typeof input === 'string') return input;
  return input
    .filter((item) => item.role === 'user')
    .map(({ content = '' }) =>
      typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('\n'),
    )
    .join('\n');
}

/** What the last tool call returned. Absent when: none has been made. */
export function findToolOutput({ input }: ResponsesRequest): { readonly output: unknown } | undefined {
  if (typeof input === 'string') return undefined;
  const item = input.findLast(({ type }) => type === 'function_call_output');
  return item === undefined ? undefined : { output: item.output };
}

/** True when the request lets the model call that function. */
export const offersTool = ({ tools, tool_choice: choice }: ResponsesRequest, name: string): boolean =>
  choice !== 'none' && (tools ?? []).some((tool) => tool.type === 'function' && tool.name === name);
