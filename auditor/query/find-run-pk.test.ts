import { expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { findRunPk } from './find-run-pk.ts';

test('a run is found by workflow id and run id together', () => {
  const builder = new IndexBuilder();
  const pk = builder.run({ runId: 'r' });
  const index = builder.open();
  expect(findRunPk(index, { workflowId: 'w', runId: 'r' })).toBe(pk);
  expect(() => findRunPk(index, { workflowId: 'other', runId: 'r' })).toThrow(
    'Run r of workflow other is not indexed. Try: tickscope pull other',
  );
  builder.close();
});
