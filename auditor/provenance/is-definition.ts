/** Members of a model's request that tell it how to answer, and with what: no values that it was shown. */
const DEFINITIONS: ReadonlySet<string> = new Set([
  ...['tools', 'tool_specs', 'toolSpecs', 'handoffs', 'model_request_parameters'],
  ...[
    'outputType',
    'output_type',
    'output_schema',
    'outputSchema',
    'schema',
    'responseFormat',
    'response_format',
  ],
  ...['response_schema', 'responseSchema', 'response_json_schema', 'responseJsonSchema'],
  ...['modelSettings', 'model_settings'],
]);

/** Members that hold what was said: anything may stand in it. */
const MESSAGES: ReadonlySet<string> = new Set(['input', 'messages', 'contents', 'prompt', 'instructions']);

/** Requests hold definitions no deeper than `request.config.tools`. */
const DEEPEST = 3;

/**
 * Whether a place in the request to a model belongs to the definition of a tool, an output schema or a setting. The bound of a schema
 * is equal to many a value and source of none.
 *
 * @param path way into the event's attributes, `input` and the place of the argument first
 */
export function isDefinition(path: readonly (string | number)[]): boolean {
  for (const segment of path.slice(2, 2 + DEEPEST)) {
    // Items of a list are what was said, or what a workflow has collected.
    if (typeof segment !== 'string' || MESSAGES.has(segment)) return false;
    if (DEFINITIONS.has(segment)) return true;
  }
  return false;
}
