import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BINARY_FORMATS, JSON_FORMATS } from '#auditor/history/formats/all-formats.ts';

test('docs/formats.md has every form, and says truly whether it may be replayed', () => {
  const page = readFileSync(new URL('../docs/formats.md', import.meta.url), 'utf8');
  const rows = page.matchAll(/^\| `([a-z-]+)` \|.*\| (yes|view only) \|$/gm);
  const told = new Map([...rows].map(([, name, replay]) => [name, replay]));
  const json = JSON_FORMATS.map(({ name, viewOnly }): [string, string] => [
    name,
    viewOnly ? 'view only' : 'yes',
  ]);
  const binary = BINARY_FORMATS.map(({ name }): [string, string] => [name, 'yes']);
  expect(told).toEqual(new Map([...json, ...binary]));
});
