import { expect, test } from 'vitest';
import { isStreamNoise } from './stream-noise.ts';

test('what carries tokens is noise, everything else is not', () => {
  expect(isStreamNoise('__temporal_workflow_stream_publish')).toBe(true);
  expect(isStreamNoise('__temporal_workflow_stream_poll')).toBe(true);
  expect(isStreamNoise('publish')).toBe(false);
  expect(isStreamNoise(undefined)).toBe(false);
});
