import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  '{agent,auditor,host,bin,scripts,mockoon,app,sandbox}/**/*.{ts,tsx,mjs}',
  'instrumentation.ts',
  'next.config.ts',
  'proxy.ts',
];
const NOT_SHIPPED = /[.](test|spec)[.]|node_modules|[/]_(e2e|recorded|scripted)[/]/;

/** Taken from an environment (`env.X`, never `env.X = …`), or a key of a schema that one is parsed with. */
const READ = /\benv(?:ironment)?\??[.](TICKSCOPE_\w+)\b(?!\s*=[^=])|^\s+(TICKSCOPE_\w+): z[.]/gm;

const findReads = (source: string): readonly string[] =>
  [...source.matchAll(READ)].flatMap(([, direct, key]) => direct ?? key ?? []);

/** First cells of the tables. */
const findDocumented = (page: string): readonly string[] =>
  [...page.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => cell.match(/TICKSCOPE_\w+/g) ?? []);

test('docs/configuration.md lists exactly the variables that the sources read', () => {
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => !NOT_SHIPPED.test(file));
  const read = new Set(files.flatMap((file) => findReads(readFileSync(`${ROOT}/${file}`, 'utf8'))));
  const documented = findDocumented(readFileSync(`${ROOT}/docs/configuration.md`, 'utf8'));
  expect(documented.toSorted()).toEqual([...read].toSorted());
});

test('a read is told from a mention and from a write', () => {
  expect(findReads("process.env.TICKSCOPE_A || 'a'; env.TICKSCOPE_B === '1'")).toEqual([
    'TICKSCOPE_A',
    'TICKSCOPE_B',
  ]);
  expect(findReads('  TICKSCOPE_C: z.string(),\n')).toEqual(['TICKSCOPE_C']);
  expect(findReads('process.env.TICKSCOPE_D = x; // TICKSCOPE_E\n  TICKSCOPE_F: path,')).toEqual([]);
});
