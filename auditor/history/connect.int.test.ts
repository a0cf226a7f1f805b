import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../sync/_scripted/open-stage.ts';
import { connect } from './connect.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a namespace that does not exist, a server that is not there, settings that cannot be read', async () => {
  const env = { TEMPORAL_ADDRESS: stage.temporal.address, TEMPORAL_NAMESPACE: 'absent' };
  await expect(connect({ dataFolder: stage.folder, env })).rejects.toMatchObject({
    code: 'namespace-not-found',
    message: `Temporal at ${stage.temporal.address} has no namespace absent. Set TEMPORAL_NAMESPACE to one that it has.`,
  });
  const nowhere = connect({ dataFolder: stage.folder, env: { TEMPORAL_ADDRESS: '127.0.0.1:9' } });
  await expect(nowhere).rejects.toMatchObject({ code: 'server-unreachable' });
  const file = join(stage.folder, 'temporal.toml');
  writeFileSync(file, 'not toml');
  const unreadable = connect({ dataFolder: stage.folder, env: { TEMPORAL_CONFIG_FILE: file } });
  await expect(unreadable).rejects.toMatchObject({ code: 'wrong-usage' });
});

test('without TEMPORAL_ADDRESS the server of the running host is taken', async () => {
  writeFileSync(
    join(stage.folder, 'host.json'),
    JSON.stringify({ temporalAddress: stage.temporal.address, namespace: 'default' }),
  );
  const found = await connect({
    dataFolder: stage.folder,
    env: { TEMPORAL_CONFIG_FILE: join(stage.folder, 'absent.toml') },
  });
  expect(found).toMatchObject({ address: stage.temporal.address, namespace: 'default' });
  await found.close();
});
