import { expect, test } from 'vitest';
import { readHostSettings } from './host-settings.ts';

const read = (env: Record<string, string>) => readHostSettings({ NODE_ENV: 'test', ...env }, '/project');

test('nothing set: data beside the project, an embedded server, a demo', () => {
  expect(read({})).toEqual({
    root: '/project',
    dataFolder: '/project/data',
    namespace: 'default',
    demo: 'wanted',
  });
});

test('an empty variable is one that is not set', () => {
  expect(read({ TEMPORAL_ADDRESS: '', PORT: '' })).toEqual(read({}));
});

test('all set', () => {
  const env = { TICKSCOPE_DATA: '/d', PORT: '4000', TEMPORAL_ADDRESS: 'h:7233', TEMPORAL_NAMESPACE: 'n' };
  expect(read({ ...env, TICKSCOPE_DEMO: '0' })).toEqual({
    root: '/project',
    dataFolder: '/d',
    port: 4000,
    temporalAddress: 'h:7233',
    namespace: 'n',
    demo: 'not-wanted',
  });
});

test.each(['abc', '0', '70000', '3000.5'])('PORT=%s is refused by name', (port) => {
  expect(() => read({ PORT: port })).toThrow('PORT');
});
