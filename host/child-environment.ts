/** What the host found or chose, and every child needs to know. */
export interface Addresses {
  /** Absolute. */
  readonly dataFolder: string;
  readonly temporal:
    | { readonly kind: 'embedded'; readonly address: string; readonly namespace: string }
    | { readonly kind: 'given' };
  /** Base URL of the stand-ins. Absent when: none is needed. */
  readonly mockUrl?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Path of each party at the stand-ins, by the variable that names the party's base URL. */
const STAND_IN_PATHS = {
  TICKSCOPE_MARKET_URL: '/market',
  TICKSCOPE_NEWS_URL: '/news',
  TICKSCOPE_BROKER_URL: '/broker',
} as const;

/** Set for the pages' server alone; a child that saw them would take itself for it. */
const NOT_INHERITED = /^(PORT|NODE_CHANNEL_.*|TICKSCOPE_HOST|NEXT_.*|__NEXT_.*|TURBOPACK|VITEST.*|NODE_ENV)$/;

/**
 * Where model calls go: to the endpoint that a key or a base URL in the environment names, else to the stand-in.
 *
 * `TICKSCOPE_MODEL_STAND_IN=1` asks for the stand-in although a key is set.
 */
export function whoAnswersModelCalls(env: Environment): 'stand-in' | 'external' {
  if (env.TICKSCOPE_MODEL_STAND_IN === '1') return 'stand-in';
  return env.OPENAI_API_KEY || env.OPENAI_BASE_URL ? 'external' : 'stand-in';
}

/** True unless every party is given from outside. */
export function needsStandIns(env: Environment): boolean {
  const given = Object.keys(STAND_IN_PATHS).every((name) => env[name]);
  return !given || whoAnswersModelCalls(env) === 'stand-in';
}

/**
 * Variables that point at an embedded dev server, and nothing but it: a key, certificate or profile meant for another server is switched off.
 *
 * Shape: an empty string is a variable to be removed.
 */
export function toTemporalVariables(
  env: Environment,
  address: string,
  namespace: string,
): Record<string, string> {
  const others = Object.keys(env).filter((name) => name.startsWith('TEMPORAL_'));
  return {
    ...Object.fromEntries(others.map((name) => [name, ''])),
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    // A file that does not exist is no profile; an empty one makes @temporalio/envconfig 1.23 throw.
    TEMPORAL_CONFIG_FILE: '/nonexistent/temporal.toml',
  };
}

function toPartyVariables(env: Environment, mockUrl: string): Record<string, string> {
  const parties = Object.entries(STAND_IN_PATHS).filter(([name]) => !env[name]);
  const urls = Object.fromEntries(parties.map(([name, path]) => [name, `${mockUrl}${path}`]));
  if (whoAnswersModelCalls(env) === 'external') return urls;
  return { ...urls, OPENAI_BASE_URL: `${mockUrl}/v1`, OPENAI_API_KEY: 'stand-in' };
}

/** The environment of every child: that of the host, without what is meant for the pages, with the addresses of what runs. */
export function toChildEnvironment(env: Environment, addresses: Addresses): Record<string, string> {
  const { temporal, mockUrl, dataFolder } = addresses;
  const merged = {
    ...env,
    ...(temporal.kind === 'embedded' ? toTemporalVariables(env, temporal.address, temporal.namespace) : {}),
    ...(mockUrl === undefined ? {} : toPartyVariables(env, mockUrl)),
    TICKSCOPE_DATA: dataFolder,
  };
  return Object.fromEntries(
    Object.entries(merged).flatMap(([name, value]) =>
      value === undefined || value === '' || NOT_INHERITED.test(name) ? [] : [[name, value]],
    ),
  );
}
