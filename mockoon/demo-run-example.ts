import { z } from 'zod';
import {
  type Holdings,
  type News,
  newsSchema,
  type Quote,
  quoteSchema,
  toPrompt,
} from './demo-prompt-example.ts';
import type { RunningStandIns } from './running-stand-ins.ts';

/** What came of one tick. */
export interface DemoTick {
  readonly tick: number;
  readonly action: string;
  readonly quantity: number;
  readonly rationale: string;
  readonly outcome: 'hold' | 'allow' | 'ask' | 'block';
  readonly terms: readonly string[];
  readonly toolCalled: boolean;
}

interface DemoOptions {
  readonly standIns: Pick<RunningStandIns, 'get' | 'send'>;
  readonly ticker: string;
  readonly family: string;
  /** Takes the number of the approval, from 1 on. */
  readonly approves: (approvalNumber: number) => boolean;
  readonly tickCount: number;
}

interface Account extends Holdings {
  approvalCount: number;
}

const intentSchema = z.strictObject({
  ticker: z.string(),
  action: z.string(),
  quantity: z.int(),
  rationale: z.string(),
});
const responseSchema = z.looseObject({
  output: z.tuple([
    z.looseObject({
      type: z.string(),
      call_id: z.string().optional(),
      content: z.tuple([z.looseObject({ text: z.string() })]).optional(),
    }),
  ]),
});

type Intent = z.infer<typeof intentSchema>;

const TERMS = ['fraud', 'SEC probe', 'bankruptcy', 'trading halt', 'delisting'];

/** A trading loop of its own, in the plainest form: what a run against the stand-ins must meet does not depend on the agent's code. */
export async function runDemo({
  standIns,
  ticker,
  family,
  approves,
  tickCount,
}: DemoOptions): Promise<DemoTick[]> {
  const account: Account = { cashCents: 10_000_000, positionQty: 0, approvalCount: 0 };
  const ticks: DemoTick[] = [];
  for (let tick = 1; tick <= tickCount; tick += 1) {
    const quote = quoteSchema.parse((await standIns.get(`market/quotes/${ticker}?tick=${tick}`)).json);
    const news = newsSchema.parse((await standIns.get(`news/headlines/${ticker}?tick=${tick}`)).json);
    const prompt = toPrompt({ tick, ticker, family, quote, news, account });
    const { intent, toolCalled } = await decide(standIns, prompt, quote);
    const { outcome, terms } = judge(intent, quote, news, account);
    if (outcome === 'ask') account.approvalCount += 1;
    if (outcome === 'allow' || (outcome === 'ask' && approves(account.approvalCount)))
      fill(account, intent, quote);
    const { action, quantity, rationale } = intent;
    ticks.push({ tick, action, quantity, rationale, outcome, terms, toolCalled });
  }
  return ticks;
}

async function decide(standIns: DemoOptions['standIns'], prompt: string, quote: Quote) {
  const ask = async (more: readonly unknown[]) => {
    const input = [{ role: 'user', content: prompt }, ...more];
    const tools = [{ type: 'function', name: 'getPriceHistory' }];
    const { json } = await standIns.send('POST', 'v1/responses', { model: 'm', input, tools });
    return responseSchema.parse(json).output[0];
  };
  const first = await ask([]);
  const toolCalled = first.type === 'function_call';
  const priceCents = quote.closeCents.slice(-21);
  const history = { priceCents, highCents: Math.max(...priceCents), lowCents: Math.min(...priceCents) };
  const output = { type: 'function_call_output', call_id: first.call_id, output: JSON.stringify(history) };
  const answer = toolCalled ? await ask([output]) : first;
  return { intent: intentSchema.parse(JSON.parse(answer.content?.[0].text ?? '')), toolCalled };
}

/** The rules that a guardrail has for these limits: 50,000 per trade, a quarter of equity, a person above 10,000. */
function judge(
  intent: Intent,
  quote: Quote,
  news: News,
  account: Account,
): Pick<DemoTick, 'outcome' | 'terms'> {
  const text = news.headlines.map((headline) => headline.text).join('\n');
  const terms = TERMS.filter((term) => text.includes(term));
  if (intent.action === 'HOLD') return { outcome: 'hold', terms };
  const notional = intent.quantity * quote.priceCents;
  const after = (account.positionQty + intent.quantity) * quote.priceCents;
  const equity = account.cashCents + account.positionQty * quote.priceCents;
  const tooMuch = intent.action === 'BUY' && (after > equity / 4 || notional > account.cashCents);
  const short = intent.action === 'SELL' && intent.quantity > account.positionQty;
  const blocked = terms.length > 0 || news.sentimentScore < -0.5 || notional > 5_000_000 || tooMuch || short;
  if (blocked) return { outcome: 'block', terms };
  const asks = intent.action === 'SELL' || news.sentimentScore < 0 || notional > 1_000_000;
  return { outcome: asks ? 'ask' : 'allow', terms };
}

function fill(account: Account, { action, quantity }: Intent, { priceCents }: Quote): void {
  const change = action === 'BUY' ? quantity : -quantity;
  account.positionQty += change;
  account.cashCents -= change * priceCents;
}
