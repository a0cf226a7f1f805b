import { readFileSync } from 'node:fs';
import { EnvironmentSchemaNoFix } from '@mockoon/commons';
import { expect, test } from 'vitest';
import { loadEnvironment } from './load-environment.ts';

test('The environment file is valid by the schema of Mockoon itself, so that its app opens it unchanged', () => {
  const file: unknown = JSON.parse(readFileSync(new URL('./environment.json', import.meta.url), 'utf8'));
  const { error, value } = EnvironmentSchemaNoFix.validate(file, { abortEarly: false });
  expect(error?.message).toBeUndefined();
  expect(value).toEqual(file);
});

test('Only the address of the parties is put in', () => {
  const loaded = loadEnvironment('http://127.0.0.1:1');
  expect(loaded.proxyHost).toBe('http://127.0.0.1:1');
  expect(loaded.hostname).toBe('127.0.0.1');
});
