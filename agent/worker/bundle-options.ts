import { fileURLToPath } from 'node:url';
import { OpenAIAgentsPlugin } from '@temporalio/openai-agents';
import { type BundleOptions, DefaultLogger } from '@temporalio/worker';

type WebpackHook = NonNullable<BundleOptions['webpackConfigHook']>;

/** The Agents SDK imports lazily; chunks cannot be loaded inside the workflow sandbox, so its imports become eager. */
const importEagerly: WebpackHook = (config) => ({
  ...config,
  module: {
    ...config.module,
    parser: {
      ...config.module?.parser,
      javascript: { ...config.module?.parser?.javascript, dynamicImportMode: 'eager' },
    },
  },
});

/** While bundling, the plugin only adds its interceptors; nobody asks for a model. */
const NO_MODELS = {
  getModel: () => {
    throw new Error('There are no models while bundling.');
  },
};

/** How the workflow code becomes one file. */
export const toBundleOptions = (): BundleOptions => ({
  workflowsPath: fileURLToPath(new URL('../workflows/registered-workflows.ts', import.meta.url)),
  plugins: [new OpenAIAgentsPlugin({ modelProvider: NO_MODELS })],
  webpackConfigHook: importEagerly,
  logger: new DefaultLogger('WARN'),
});
