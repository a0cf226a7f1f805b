import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { agentStateSchema } from '#agent/contract/agent-state.ts';
import { findChromium } from '../../scripts/find-chromium.ts';
import { openBrowser, openPage, overflowsSideways } from './browser.ts';
import { findAccessibilityFaults } from './check-accessibility.ts';
import { isAlive, type RunningApp, startApp } from './running-app.ts';
import { until } from './until.ts';

/** One agent, from its start to Ctrl-C: the tests follow each other. */

const HOSTILE = '<img src=x onerror="window.wasRun=1"> fraud';

let dataFolder: string;
let app: RunningApp;
let browser: Browser;
let page: Page;
let errors: readonly string[];
let workflowId: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-e2e-'));
  app = await startApp(dataFolder, ['--no-demo']);
  browser = await openBrowser(await findChromium(process.env, {}));
  ({ page, errors } = await openPage(browser));
});

afterAll(async () => {
  await browser?.close();
  await app?.interrupt();
  if (dataFolder) await rm(dataFolder, { recursive: true, force: true });
});

const open = (path: string) => page.goto(app.url + path);

const readState = async () =>
  agentStateSchema.parse(
    await (await fetch(`${app.url}/api/agent/${encodeURIComponent(workflowId)}/state`)).json(),
  );

/** Looks at the live page until a tick is reached; approves on the way what waits, so that the run goes on. */
async function followTo(tick: number, withinMs: number) {
  await until(`tick ${tick}`, withinMs, async () => {
    const approve = page.getByRole('button', { name: 'Approve order' });
    if ((await approve.count()) > 0 && (await approve.isEnabled())) await approve.click();
    return (await page.getByRole('link', { name: `tick ${tick}`, exact: true }).count()) > 0;
  });
}

const chainSchema = z.object({
  runs: z.array(z.object({ runId: z.string(), eventCount: z.number() })),
  tickCount: z.number(),
});

const readChain = async (id: string) =>
  chainSchema.parse(await (await fetch(`${app.url}/api/audit/runs/${encodeURIComponent(id)}`)).json());

test('a fresh data folder says what to do', async () => {
  await open('/');
  await page.getByRole('heading', { name: 'No run is indexed yet' }).waitFor();
  await page.getByRole('link', { name: 'Open the start form' }).click();
  await page.getByRole('heading', { name: 'Start an agent' }).waitFor();
});

test('an agent starts from the form and its ticks arrive by themselves', async () => {
  await page.getByLabel('Seconds between ticks').fill('1');
  await page.getByRole('button', { name: 'Start agent' }).click();
  await page.waitForURL(/\/live\/nvda-/);
  workflowId = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
  await followTo(3, 90_000);
});

test('an order that waits for approval is shown with its evidence and goes out once approved', async () => {
  await until('an approval', 120_000, async () => (await readState()).approval !== undefined);
  const asked = await until('the answer on the page', 120_000, async () => {
    const { approval } = await readState();
    if (approval?.status !== 'pending') return approval?.status === 'approved' ? approval : undefined;
    const card = page.getByRole('region', { name: /Approval asked at tick/ });
    await card.getByText(approval.request.orderHash.slice(0, 8), { exact: true }).waitFor();
    await card.getByText(approval.request.context.rationale).waitFor();
    await page.getByLabel('Comment, kept in the history').fill('read the evidence');
    await page.getByRole('button', { name: 'Approve order' }).click();
    return undefined;
  });
  expect(asked.answer?.orderHash).toBe(asked.request.orderHash);
});

test('the worker is killed from the page, and the run goes on', async () => {
  const before = (await readState()).tick;
  await page.getByRole('button', { name: 'Kill worker' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kill worker' }).click();
  await page.getByText('Kill worker: sent').waitFor();
  await until('a new worker', 60_000, async () => {
    const worker = (await app.health()).processes.find(({ name }) => name === 'worker');
    return worker?.state === 'ready' && worker.restartCount > 0;
  });
  await followTo(before + 3, 120_000);
});

test('no order was sent twice', async () => {
  await open(`/live/${encodeURIComponent(workflowId)}`);
  await page.getByRole('button', { name: 'Halt' }).click();
  await page.getByRole('dialog').getByLabel('Reason, kept in the history').fill('counting orders');
  await page.getByRole('dialog').getByRole('button', { name: 'Halt' }).click();
  const state = await until('the halt', 60_000, async () => {
    const now = await readState();
    return now.halted && now.phase !== 'ordering' ? now : undefined;
  });
  const tradeIds = await readBookedTradeIds();
  expect(new Set(tradeIds).size).toBe(tradeIds.length);
  expect(tradeIds).toHaveLength(state.orderCount);
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('dialog').getByLabel('Reason, kept in the history').fill('counted');
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await until('the end of the halt', 30_000, async () => (await readState()).halted === undefined);
});

/** From the broker's own file, a line an order: what it keeps in memory is by key and could not hold one twice. */
async function readBookedTradeIds(): Promise<readonly string[]> {
  const lines = (await readFile(join(dataFolder, 'mockoon/broker.jsonl'), 'utf8')).trimEnd().split('\n');
  const entrySchema = z.object({ order: z.object({ account: z.string(), tradeId: z.string() }) });
  return lines
    .map((line) => entrySchema.parse(JSON.parse(line)).order)
    .filter(({ account }) => account === workflowId)
    .map(({ tradeId }) => tradeId);
}

test('a tick answers, and each citation leads to its event', async () => {
  await open(`/live/${encodeURIComponent(workflowId)}`);
  await page.getByRole('link', { name: 'Open the record' }).click();
  await page
    .getByRole('navigation', { name: 'Tick strip' })
    .getByRole('link', { name: /^3: tick 3,/ })
    .click();
  await page.getByRole('heading', { name: 'Tick 3', level: 1 }).waitFor();
  const answer = page.getByRole('region', { name: 'Answer' });
  expect(await answer.locator('p').first().textContent()).toContain(await readHeadline(3));
  const citation = answer.getByRole('link').first();
  const eventId = (await citation.textContent())?.trim();
  await citation.click();
  await page.getByRole('heading', { name: `Event ${eventId}`, level: 1 }).waitFor();
  await page.getByRole('heading', { name: /As stored/ }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Tick 3', level: 1 }).waitFor();
});

/** First sentence of the answer as the API gives it. */
async function readHeadline(tick: number): Promise<string> {
  const { runs } = await readChain(workflowId);
  const twin = await fetch(
    `${app.url}/api/audit/runs/${encodeURIComponent(workflowId)}/${runs[0]?.runId}/ticks/${tick}`,
  );
  const schema = z.object({
    tick: z.object({ answer: z.object({ headline: z.array(z.object({ text: z.string() })).min(1) }) }),
  });
  return schema.parse(await twin.json()).tick.answer.headline[0]?.text ?? '';
}

test('the command that the page names prints the same answer', async () => {
  const command = await page.locator('code', { hasText: 'npx tickscope why' }).textContent();
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', String(command).replace('npx tickscope', 'npx --no tickscope')],
    { env: { ...process.env, TICKSCOPE_DATA: dataFolder } },
  );
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(await readHeadline(3));
});

test('the tree is walked by arrow keys, ticks by comma and full stop', async () => {
  const item = page.getByRole('treeitem', { selected: true });
  await item.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await until('the node in the address', 5000, async () => new URL(page.url()).searchParams.has('node'));
  await page.keyboard.press('.');
  await page.getByRole('heading', { name: 'Tick 4', level: 1 }).waitFor();
  await page.keyboard.press(',');
  await page.getByRole('heading', { name: 'Tick 3', level: 1 }).waitFor();
});

test('the history is downloaded whole, under a plain name', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download history' }).click(),
  ]);
  const { runs } = await readChain(workflowId);
  expect(download.suggestedFilename()).toBe(`${workflowId}.${runs[0]?.runId}.history.json`);
  const { events } = z
    .object({ events: z.array(z.object({ eventId: z.string() })) })
    .parse(JSON.parse(await readFile(await download.path(), 'utf8')));
  expect(events.map(({ eventId }) => Number(eventId))).toEqual(events.map((_, at) => at + 1));
  expect(events.length).toBeGreaterThan(50);
});

test('a child whose id has a slash has its page, with the way to its parent', async () => {
  await open(`/runs/${encodeURIComponent(`${workflowId}/backtest-rsi-14-30-70`)}`);
  await page.getByRole('heading', { name: `${workflowId}/backtest-rsi-14-30-70`, level: 1 }).waitFor();
  await page.getByRole('link', { name: workflowId, exact: true }).click();
  await page.getByRole('heading', { name: workflowId, level: 1 }).waitFor();
});

test('a hostile headline is text, wherever it appears', async () => {
  await open(`/live/${encodeURIComponent(workflowId)}`);
  await page.getByText('Inject bad news').click();
  await page.getByLabel('Headline', { exact: true }).fill(HOSTILE);
  const { tick } = await readState();
  await page.getByRole('button', { name: 'Inject for two ticks' }).click();
  await page.getByText('Inject news: sent').waitFor();
  await followTo(tick + 3, 90_000);
  const place = `/runs/${encodeURIComponent(workflowId)}/${(await readChain(workflowId)).runs[0]?.runId}`;
  await open(`${place}/ticks/${tick + 1}`);
  await page.getByText('<img src=x').first().waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.evaluate('window.wasRun')).toBeUndefined();
});

test('a history that is imported meanwhile has its page, with what must be known of the copy', async () => {
  const recording = new URL(
    '../../replay-fixtures/frameworks/deepagents-subagent.history.json',
    import.meta.url,
  );
  const text = await readFile(recording, 'utf8');
  const { events } = z.object({ events: z.array(z.unknown()) }).parse(JSON.parse(text));
  await importAs('copy.json', JSON.stringify({ viewOnly: HOSTILE, events }));
  // One digit of a time is another: the same event with other content.
  const other = text.replace(/\d(?=Z")/, (digit) => String((Number(digit) + 1) % 10));
  expect(other).not.toBe(text);
  await expect(importAs('other.json', other)).rejects.toThrow(/differs from what is stored/);
  await open('/runs/deepagents-subagent');
  const notes = page.getByRole('list', { name: 'About this copy' }).first();
  await notes.getByText('view only').waitFor();
  expect(await notes.textContent()).toContain(HOSTILE);
  expect(await notes.textContent()).toContain('1 event conflict');
  await page
    .getByRole('link', { name: /turn 1/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Turn 1', level: 1 }).waitFor();
  await page.getByRole('treeitem', { name: /an agent ran as it/ }).waitFor();
  expect(await page.evaluate('window.wasRun')).toBeUndefined();
});

async function importAs(name: string, text: string) {
  const file = join(dataFolder, name);
  await writeFile(file, text);
  const env = { ...process.env, TICKSCOPE_DATA: dataFolder };
  await promisify(execFile)('npx', ['--no', 'tickscope', 'import', file], { env });
}

test('what does not exist says so, with the way on', async () => {
  const response = await open('/runs/nobody%2Fknows/it');
  expect(response?.status()).toBe(404);
  await page.getByText('nobody/knows').waitFor();
  const twin = await fetch(`${app.url}/api/audit/runs/nobody%2Fknows/it`);
  expect(twin.status).toBe(404);
  expect(twin.headers.get('content-type')).toBe('application/problem+json');
  const { runs } = await readChain(workflowId);
  const noTick = await open(`/runs/${encodeURIComponent(workflowId)}/${runs[0]?.runId}/ticks/99999`);
  expect(noTick?.status()).toBe(404);
  await page.getByText('has no tick 99999').waitFor();
});

test('another site can neither act nor read through a rebound name', async () => {
  const act = (headers: Record<string, string>) =>
    fetch(`${app.url}/api/agent/${encodeURIComponent(workflowId)}/stop`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"reason":"x"}',
    }).then(({ status }) => status);
  expect(await act({})).toBe(403);
  expect(await act({ origin: 'https://evil.example' })).toBe(403);
  expect((await readState()).stopping).toBeUndefined();
});

test.each(['light', 'dark'] as const)(
  'every page meets WCAG AA in %s and fits a phone',
  async (colorScheme) => {
    const { runs } = await readChain(workflowId);
    const run = `/runs/${encodeURIComponent(workflowId)}/${runs[0]?.runId}`;
    const paths = [
      '/',
      '/live',
      `/live/${workflowId}`,
      '/runs',
      run,
      `${run}?view=events`,
      `${run}/ticks/3`,
      `${run}/events/1`,
    ];
    const wide = await openPage(browser, { colorScheme });
    const phone = await openPage(browser, { colorScheme, viewport: { width: 390, height: 844 } });
    for (const path of paths) {
      for (const { page: one } of [wide, phone]) {
        await one.goto(app.url + path);
        await one.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        expect(await findAccessibilityFaults(one), path).toEqual([]);
        expect(await overflowsSideways(one), path).toBe(false);
      }
    }
    expect([...wide.errors, ...phone.errors]).toEqual([]);
    await wide.page.context().close();
    await phone.page.context().close();
  },
);

test('no page met an error of script or policy', () => {
  expect(errors).toEqual([]);
});

test('Ctrl-C ends everything', async () => {
  const pids = (await app.health()).processes.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  expect(pids.length).toBeGreaterThanOrEqual(4);
  expect(await app.interrupt()).toBe(0);
  await until('its processes to be gone', 10_000, async () => !pids.some(isAlive));
});
