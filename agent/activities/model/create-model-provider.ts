import { createRequire } from 'node:module';
import { OpenAIProvider } from '@openai/agents-openai';

// The package holds its classes twice, for import and for require, and @temporalio/openai-agents tells a refusal (4xx) from an
// outage by the class of the error: it must be the class that it requires itself.
const { OpenAI }: typeof import('openai') = createRequire(import.meta.resolve('@temporalio/openai-agents'))(
  'openai',
);

export interface ModelEndpoint {
  /** Absent when: OpenAI's own. */
  readonly baseUrl?: string | undefined;
  /** Absent when: the endpoint is on this machine and asks for none. */
  readonly apiKey?: string | undefined;
}

/** Below the activity's start-to-close limit of 60 s, so that the time-out is the client's and says so. */
const REQUEST_TIMEOUT_MS = 50_000;

/**
 * The model party: any endpoint that speaks the OpenAI Responses API.
 *
 * The client itself never retries: each attempt is one of the activity, where the history shows it.
 * Throws: Error when a key is needed and none is given.
 */
export function createModelProvider({ baseUrl, apiKey }: ModelEndpoint): OpenAIProvider {
  const openAIClient = new OpenAI({
    apiKey: apiKey ?? toLocalKey(baseUrl),
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    maxRetries: 0,
    timeout: REQUEST_TIMEOUT_MS,
  });
  return new OpenAIProvider({ openAIClient, useResponses: true });
}

function toLocalKey(baseUrl: string | undefined): string {
  if (baseUrl !== undefined && isLocal(new URL(baseUrl).hostname)) return 'local-endpoint-needs-no-key';
  throw new Error(
    'OPENAI_API_KEY is not set. Set it, or point OPENAI_BASE_URL at an endpoint on this machine.',
  );
}

const isLocal = (hostname: string): boolean =>
  ['localhost', '[::1]'].includes(hostname) || /^127\.\d+\.\d+\.\d+$/.test(hostname);
