import type { WorkerOptions } from '@temporalio/worker';

/** A workflow to run once with a scripted model. */
export type Story = {
  readonly name: string;
  readonly description: string;
  readonly packages: readonly string[];
  /** File in `workflows/`. */
  readonly workflows: string;
  readonly workflowType: string;
  readonly args: readonly unknown[];
  /** What the worker needs besides: plugins that know the scripted model. */
  readonly worker: () => Promise<
    Pick<WorkerOptions, 'plugins' | 'nexusServices'> & { readonly close?: () => void }
  >;
};
