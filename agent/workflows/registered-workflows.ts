// The SDK bundles one module and registers what it exports: the export's name is the workflow type.
export { backtestSandbox } from './backtest-sandbox.ts';
export { selfEvolvingStockAgent } from './self-evolving-stock-agent.ts';
