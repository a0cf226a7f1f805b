/**
 * Names of the signals and updates by which integrations carry a model's tokens to whoever watches: hundreds of them say nothing about what
 * was decided.
 *
 * Source: temporalio workflow streams (`__temporal_workflow_stream_publish`, `__temporal_workflow_stream_poll`).
 */
export function isStreamNoise(name: string | undefined): boolean {
  return name?.startsWith('__temporal_workflow_stream_') === true;
}
