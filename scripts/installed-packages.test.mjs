import { describe, expect, test } from 'vitest';
import { isAtLeast, whyInstall, withoutLocalBin } from './installed-packages.mjs';

const lock = {
  packages: {
    '': { name: 'root' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin': { version: '2.0.0', optional: true },
  },
};

describe('whyInstall', () => {
  test('nothing to do when every required package has its version', () => {
    expect(whyInstall(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBeUndefined();
  });
  test('an interrupted install leaves no record', () => {
    expect(whyInstall(lock, undefined)).toContain('incomplete');
  });
  test('a missing package is named', () => {
    expect(whyInstall(lock, { packages: {} })).toBe('node_modules/a is not installed');
  });
  test('another version is named with both numbers', () => {
    expect(whyInstall(lock, { packages: { 'node_modules/a': { version: '0.9.0' } } })).toBe(
      'node_modules/a is 0.9.0, package-lock.json wants 1.0.0',
    );
  });
  test('an optional package counts when it is there in another version', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b-darwin': { version: '1.0.0' },
    };
    expect(whyInstall(lock, { packages })).toContain('b-darwin is 1.0.0');
  });
});

test.each([
  ['20.0.0', 20, 0, true],
  ['v24.21.0', 22, 18, true],
  ['22.17.9', 22, 18, false],
  ['18.20.1', 20, 0, false],
  ['9.9.9', 10, 0, false],
])('isAtLeast(%s, %i, %i) is %s', (version, major, minor, expected) => {
  expect(isAtLeast(version, major, minor)).toBe(expected);
});

test('withoutLocalBin keeps only the system folders', () => {
  const path =
    '/p/node_modules/.bin:/usr/lib/node_modules/npm/node_modules/@npmcli/run-script/lib/node-gyp-bin:/usr/bin';
  expect(withoutLocalBin(path, ':')).toBe('/usr/bin');
});
