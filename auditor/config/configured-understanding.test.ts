import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createConfiguredUnderstanding } from './configured-understanding.ts';
import { readConfig } from './read-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'tickscope-understanding-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('secrets and prices of the file; without them those that always count, and none', () => {
  writeFileSync(
    join(folder, 'prices.json'),
    JSON.stringify({ currency: 'EUR', asOf: '2026-11-24', source: 'contract', models: [] }),
  );
  const file = join(folder, 'tickscope.json');
  const redact = { headers: ['x-desk'], fields: ['iban'], pointers: ['/*/input/0/customer'] };
  writeFileSync(file, JSON.stringify({ prices: './prices.json', redact }));
  const configured = createConfiguredUnderstanding(readConfig({ dataFolder: '/nowhere', env: {}, file }));
  expect(configured.prices).toMatchObject({ currency: 'EUR' });
  expect(configured.redactions.isSecret('X-Desk', '')).toBe(true);
  expect(configured.redactions.isSecret('password', '')).toBe(true);
  expect(configured.redactions.pointers).toEqual([['*', 'input', '0', 'customer']]);
  const plain = createConfiguredUnderstanding({ mayRunCode: true, toPath: (path) => path });
  expect(plain).not.toHaveProperty('prices');
  expect(plain.redactions.isSecret('iban', '')).toBe(false);
});
