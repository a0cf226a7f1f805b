import { expect, test } from 'vitest';
import { chooseProcesses, PROCESSES } from './processes.ts';

const choose = (temporal: 'embedded' | 'given', standIns: 'needed' | 'not-needed') =>
  chooseProcesses({ temporal, standIns }).map(({ name, dependsOn }) => [name, ...dependsOn]);

test('by default everything runs', () => {
  expect(chooseProcesses({ temporal: 'embedded', standIns: 'needed' })).toEqual(PROCESSES);
});

test('what is given from outside does not run, and nobody waits for it', () => {
  expect(choose('given', 'needed')).toEqual([['mockoon'], ['worker', 'mockoon'], ['follower']]);
  expect(choose('given', 'not-needed')).toEqual([['worker'], ['follower']]);
});
