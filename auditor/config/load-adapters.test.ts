import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { pairActivities } from '../decision-tree/activities.ts';
import { loadAdapters } from './load-adapters.ts';
import type { Config } from './read-config.ts';

const PAGE = readFileSync(new URL('../../docs/adapters.md', import.meta.url), 'utf8');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-adapters-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const load = (path: string, mayRunCode = true) => {
  const config: Config = {
    adapters: [path],
    file: join(folder, 'tickscope.json'),
    mayRunCode,
    toPath: (name) => join(folder, name),
  };
  return loadAdapters(config);
};

/** The example of a language in docs/adapters.md. */
function findExample(language: string): string {
  const [, code] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(PAGE) ?? [];
  if (code === undefined) throw new Error(`docs/adapters.md has no example in ${language}`);
  return code;
}

function readExample(path: string) {
  const history = new HistoryWriter();
  const input = { model: 'm-1', messages: [{ role: 'user', content: 'hello' }] };
  history.activity('callModel', input, {
    result: {
      text: 'HOLD',
      calls: [{ id: 'c1', tool: 'getPrice', args: { symbol: 'NVDA' } }],
      usage: { in: 12, out: 3 },
    },
  });
  const [activity] = pairActivities(history.events.map(toDecodedEvent));
  const [reader] = load(path);
  return activity && reader?.readCall(activity);
}

test.each([
  ['json', 'my-framework.json'],
  ['ts', 'my-framework.ts'],
])('the example in %s of docs/adapters.md reads a call', (language, name) => {
  expect(readExample(write(name, findExample(language)))).toMatchObject({
    framework: 'my-framework',
    requestModel: 'm-1',
    outputText: { text: 'HOLD' },
    usage: { inputTokens: 12, outputTokens: 3 },
  });
});

test.each([
  ['none.mjs', 'export const a = 1;', /no default export|no FrameworkReader/],
  ['odd.mjs', 'export default { name: "x" };', /no FrameworkReader with name and readCall/],
  ['broken.ts', 'export default {', /cannot be loaded as an adapter/],
  ['rule.json', '{"name":"x","activityType":"(a+)+"}', /activityType repeats a group/],
  ['unknown.json', '{"name":"x","activityType":"a","model":"/input/0"}', /unknown key model/],
])('%s is refused by name and problem', (name, content, message) => {
  const file = write(name, content);
  expect(() => load(file)).toThrow(
    expect.objectContaining({ code: 'wrong-usage', message: expect.stringMatching(message) }),
  );
  expect(() => load(file)).toThrow(name);
});

test('what a reader throws names its file', () => {
  const [reader] = load(
    write('throws.mjs', 'export default { name: "x", readCall() { throw new Error("oops"); } };'),
  );
  const history = new HistoryWriter();
  history.activity('a', {}, { result: {} });
  const [activity] = pairActivities(history.events.map(toDecodedEvent));
  expect(() => activity && reader?.readCall(activity)).toThrow(/throws\.mjs failed: oops/);
});

test('a data folder may name rules, but no code', () => {
  expect(load(write('fine.json', '{"name":"x","activityType":"a"}'), false)).toHaveLength(1);
  expect(() => load('code.ts', false)).toThrow(/not run from a data folder/);
});
