import type { FrameworkReader, Frameworks } from '../model/model-call.ts';
import { aiSdk } from './frameworks/ai-sdk.ts';
import { deepAgents } from './frameworks/deepagents.ts';
import { googleAdk } from './frameworks/google-adk.ts';
import { googleGenAi } from './frameworks/google-genai.ts';
import { langGraph } from './frameworks/langgraph.ts';
import { mcpTools } from './frameworks/mcp-tools.ts';
import { openAiAgents } from './frameworks/openai-agents.ts';
import { openAiAgentsPython } from './frameworks/openai-agents-python.ts';
import { piTemporal } from './frameworks/pi-temporal.ts';
import { pydanticAi } from './frameworks/pydantic-ai.ts';
import { strandsPython } from './frameworks/strands-python.ts';
import { strandsTypescript } from './frameworks/strands-typescript.ts';

/** Every framework that Tickscope knows. Order: the first that knows an activity reads it. */
const READERS: readonly FrameworkReader[] = [
  openAiAgents,
  openAiAgentsPython,
  aiSdk,
  strandsTypescript,
  strandsPython,
  googleAdk,
  pydanticAi,
  googleGenAi,
  deepAgents,
  piTemporal,
  mcpTools,
  langGraph,
];

/** Joins readers into one; those of the user come first, so that they may correct ours. */
export function createFrameworks(ofUser: readonly FrameworkReader[] = []): Frameworks {
  const readers = [...ofUser, ...READERS];
  return {
    readCall: (activity) => firstOf(readers, ({ readCall }) => readCall(activity)),
    readToolRun: (activity) => firstOf(readers, ({ readToolRun }) => readToolRun?.(activity)),
  };
}

function firstOf<T>(readers: readonly FrameworkReader[], read: (reader: FrameworkReader) => T | undefined) {
  for (const reader of readers) {
    const found = read(reader);
    if (found !== undefined) return found;
  }
  return undefined;
}
