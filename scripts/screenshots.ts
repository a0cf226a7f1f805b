/** `npm run screenshots`: takes the pictures of the README from a demo run of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openBrowser, openPage } from '../app/_e2e/browser.ts';
import { startApp } from '../app/_e2e/running-app.ts';
import { until } from '../app/_e2e/until.ts';
import { findChromium } from './find-chromium.ts';
import { ROOT } from './set-up.ts';

const WORKFLOW = 'demo-nvda';
/** The demo desk approves after half a minute; the first approval comes within the first ticks. */
const LIMIT_MS = 300_000;

const ticksSchema = z.looseObject({
  items: z.array(z.looseObject({ tick: z.number(), runId: z.string(), outcome: z.string() })),
});
const tickSchema = z.looseObject({
  tick: z.looseObject({ answer: z.looseObject({ sections: z.array(z.looseObject({ id: z.string() })) }) }),
});

async function readJson(url: string): Promise<unknown> {
  return await (await fetch(url)).json();
}

/** Path of a tick whose order was approved and filled. Absent when: there is none yet. */
async function findApprovedTick(url: string): Promise<string | undefined> {
  const runs = `${url}/api/audit/runs`;
  const { firstRunId } = z
    .looseObject({ firstRunId: z.string() })
    .parse(await readJson(`${runs}/${WORKFLOW}`));
  const { items: ticks } = ticksSchema.parse(await readJson(`${runs}/${WORKFLOW}/${firstRunId}/ticks`));
  for (const { tick, runId } of ticks.filter(({ outcome }) => outcome.includes('filled'))) {
    const path = `/runs/${WORKFLOW}/${runId}/ticks/${tick}`;
    const { answer } = tickSchema.parse(await readJson(`${url}/api/audit${path}`)).tick;
    if (answer.sections.some(({ id }) => id === 'approval')) return path;
  }
  return undefined;
}

const dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-screenshots-'));
// A picture for everybody names no machine.
process.env.TICKSCOPE_WORKER_NAME = 'worker';
const app = await startApp(dataFolder, []);
const browser = await openBrowser(await findChromium(process.env, {}));
try {
  const path = await until('a tick with an approved order', LIMIT_MS, () => findApprovedTick(app.url));
  const { page } = await openPage(browser, { colorScheme: 'light' });
  await page.goto(app.url + path);
  await page.getByText('live', { exact: true }).waitFor();
  await page.evaluate('document.fonts.ready');
  const file = join(ROOT, 'docs/images/tick.png');
  await page.screenshot({ path: file });
  console.log(file);
} finally {
  await browser.close();
  await app.interrupt();
  await rm(dataFolder, { recursive: true, force: true });
}
// The channel to whoever started this would keep it alive.
if (process.connected) process.disconnect();
