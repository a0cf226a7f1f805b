import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from '../query/_index/index-builder.ts';
import { createSqlProcess } from '../query/sql/sql-process.ts';
import { runSqlPrompt } from './sql-prompt.ts';
import { formatSqlTable } from './sql-text.ts';
import { plainStyle } from './text-style.ts';

const builder = new IndexBuilder();
builder.run({ runId: 'r', workflowId: 'trader' });
const process = createSqlProcess({ dataFolder: builder.folder, env: {} }, 60_000);
afterAll(() => {
  process.stop();
  builder.close();
});

async function type(lines: string): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(lines);
  const shown = text(output);
  const format = (rows: Parameters<typeof formatSqlTable>[0]) => formatSqlTable(rows, plainStyle());
  await runSqlPrompt({ input, output, isTerminal: false, process, limit: 10, format });
  output.end();
  return await shown;
}

test('a statement over two lines, a wrong one, commands, the end', async () => {
  const shown = await type('SELECT workflow_id\nFROM run;\nSELECT x;\n.tables\n.schema worker\n.what\n');
  expect(shown).toContain('workflow_id\ntrader\n');
  expect(shown).toContain('no such column: x');
  expect(shown).toMatch(/^event_page /m);
  expect(shown).toContain('CREATE TABLE worker (\n');
  expect(shown).toContain('.quit');
});

test('.quit ends before the input does', async () => {
  expect(await type('.quit\nSELECT 1;\n')).toBe('sql> ');
});
