import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from './run-command.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** File → what it imports → the rule that must say no. */
const VIOLATIONS: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['agent/policy/a.ts', '../client/b.ts', 'policy-is-pure'],
  ['agent/workflows/a.ts', '../activities/broker/b.ts', 'workflows-are-deterministic'],
  ['agent/client/a.ts', '../../auditor/query/b.ts', 'agent-knows-no-auditor'],
  ['auditor/model/a.ts', '../base/b.ts', 'model-imports-nothing'],
  ['auditor/store/a.ts', '../../agent/contract/b.ts', 'auditor-stands-alone'],
  ['auditor/query/a.ts', '../sync/b.ts', 'query-only-reads'],
  ['auditor/serve/a.ts', '../store/b.ts', 'serve-answers-by-query'],
  ['auditor/config/a.ts', '../sync/b.ts', 'config-builds-what-it-names'],
  ['auditor/replay/a.ts', '../config/b.ts', 'config-is-read-at-the-edge'],
  ['app/(audit)/a.ts', '../../host/b.ts', 'audit-side-cannot-act'],
  ['app/_ui/a.ts', '../../auditor/model/b.ts', 'widgets-know-no-domain'],
  ['host/a.ts', '../mockoon/b.ts', 'run-or-read-not-imported'],
  ['agent/contract/a.ts', './_scripted/b.ts', 'stages-are-for-tests'],
  ['auditor/base/index.ts', './b.ts', 'no-index-files'],
];

const reportSchema = z.looseObject({
  summary: z.looseObject({
    violations: z.array(z.looseObject({ from: z.string(), rule: z.looseObject({ name: z.string() }) })),
  }),
});

let found: ReadonlySet<string>;
let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'tickscope-rules-')));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json'])
    await cp(join(ROOT, name), join(folder, name));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  for (const [from, to] of VIOLATIONS) {
    const target = join(folder, dirname(from), to);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, 'export const b = 1;\n');
    await mkdir(join(folder, dirname(from)), { recursive: true });
  }
  for (const [from, to] of VIOLATIONS) {
    await writeFile(join(folder, from), `import { b } from '${to}';\nexport const a = b;\n`);
    // What an index file holds only counts when somebody imports it.
    if (from.endsWith('index.ts'))
      await writeFile(
        join(folder, dirname(from), 'c.ts'),
        "import { a } from './index.ts';\nexport const c = a;\n",
      );
  }
  const run = await runCommand(process.execPath, [CRUISE, '.', '--output-type', 'json'], {
    cwd: folder,
    timeoutMs: 60_000,
  });
  const report = reportSchema.parse(JSON.parse(run.output.slice(0, run.output.lastIndexOf('}') + 1)));
  found = new Set(report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`));
}, 90_000);
afterAll(() => rm(folder, { recursive: true }));

test.each(VIOLATIONS)('%s must not import %s (%s)', (from, _to, rule) => {
  const at = from.endsWith('index.ts') ? join(dirname(from), 'c.ts') : from;
  expect(found).toContain(`${rule}: ${at}`);
});

test('a file that imports what it may is left alone', () => {
  expect([...found].filter((violation) => violation.endsWith(': auditor/base/b.ts'))).toEqual([]);
});
