import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { openConfiguredIndex } from './open-configured-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tickscope-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what the configuration says is what the index understands', () => {
  openStore(folder).close();
  const file = join(folder, 'mine.json');
  writeFileSync(file, '{"redact":{"fields":["iban"]}}');
  const index = openConfiguredIndex({ dataFolder: folder, env: { TICKSCOPE_CONFIG: file } });
  expect(index.understanding.redactions.isSecret('IBAN', '')).toBe(true);
  index.close();
  writeFileSync(file, '{"redakt":1}');
  expect(() => openConfiguredIndex({ dataFolder: folder, env: {}, file })).toThrow(/unknown key redakt/);
});
