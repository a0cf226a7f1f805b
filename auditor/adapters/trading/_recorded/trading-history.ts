import { type ActivityPlan, HistoryWriter } from '../../../decision-tree/_recorded/history-writer.ts';
import type { HistoryEvent, Json, JsonObject } from '../../../model/history-event.ts';

type Rule = {
  readonly rule: string;
  readonly outcome: 'pass' | 'ask' | 'block';
  readonly limit: Json;
  readonly observed: Json;
  readonly unit: string;
};

const PASSING: Rule = {
  rule: 'max-notional',
  outcome: 'pass',
  limit: 5_000_000,
  observed: 512_400,
  unit: 'cents',
};
const ASKING: Rule = { rule: 'sell-asks', outcome: 'ask', limit: 'BUY', observed: 'SELL', unit: 'side' };
const BLOCKING: Rule = {
  rule: 'terms',
  outcome: 'block',
  limit: ['fraud'],
  observed: ['fraud'],
  unit: 'terms',
};

export const HASH = 'aa11';
const REPORT = {
  orderId: 'o-1',
  execId: 'e-1',
  ordStatus: 'FILLED',
  symbol: 'NVDA',
  side: 'SELL',
  lastQty: 40,
  lastPxCents: 12_810,
  cumQty: 40,
  avgPxCents: 12_810,
  transactTime: '2026-01-05T14:30:09Z',
};

/** Writes ticks of the trading agent as its contract, version 1, records them: a sale of 40 NVDA at 128.10 unless told otherwise. */
export class TradingHistory extends HistoryWriter {
  readonly tick: number;
  readonly tradeId: string;

  constructor(tick = 14) {
    super();
    this.tick = tick;
    this.tradeId = `w-t${tick}`;
  }

  waitForTick(): this {
    const timer = this.timer(`tick ${this.tick}`);
    this.wait(1000).fire(timer);
    this.workflowTask();
    return this;
  }

  observe({ headline = 'Demand cools', sentimentScore = -0.42, market = {} as ActivityPlan } = {}): this {
    const request = { symbol: 'NVDA', tick: this.tick };
    const asOf = '2026-01-05T14:29:58Z';
    const quote = { symbol: 'NVDA', tick: this.tick, priceCents: 12_810, asOf, source: 'mock', rsi14: 45.5 };
    this.activity('getMarketSnapshot', request, { result: quote, ...market });
    const headlines = [{ text: headline, source: 'Newswire', publishedAt: '2026-01-05T13:00:00Z' }];
    this.activity('getNewsSnapshot', request, {
      result: { headlines, sentimentScore, asOf, source: 'mock' },
    });
    return this;
  }

  prompt(extra: readonly string[] = []): string {
    return [
      'tick: 14',
      'position: 40',
      'average_cost: 100.00',
      'cash: 2500.00',
      'strategy: rsi-14',
      ...extra,
    ].join('\n');
  }

  /** A model call that ends with a text, or with tools that it asks for. */
  askModel(answer: { text?: string; tools?: readonly JsonObject[] }, input: Json = this.prompt()): this {
    const output = [
      ...(answer.tools ?? []).map((tool) => ({ type: 'function_call', status: 'completed', ...tool })),
      ...(answer.text === undefined
        ? []
        : [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: answer.text }] }]),
    ];
    const request = {
      systemInstructions: 'Trade.',
      input,
      tools: [{ type: 'function', name: 'getPriceHistory' }],
    };
    this.activity(
      'invokeModelActivity',
      { modelName: 'gpt-5-mini', request },
      {
        result: {
          usage: { inputTokens: 100, outputTokens: 20, inputTokensDetails: [{ cached_tokens: 0 }] },
          output,
          responseId: 'resp-1',
          providerData: { model: 'gpt-5-mini-2026', status: 'completed' },
        },
      },
    );
    return this;
  }

  intend(intent: JsonObject = {}): this {
    return this.askModel({ text: JSON.stringify({ ...this.intent(), ...intent }) });
  }

  intent(): JsonObject {
    return { ticker: 'NVDA', action: 'SELL', quantity: 40, rationale: 'Sentiment -0.42 is bearish.' };
  }

  check(outcome: 'allow' | 'ask' | 'block', { headlines = [] as readonly JsonObject[] } = {}): this {
    const rules = [
      PASSING,
      ...(outcome === 'allow' ? [] : [ASKING]),
      ...(outcome === 'block' ? [BLOCKING] : []),
    ];
    const account = { cashCents: 250_000, positionQty: 40, avgCostCents: 10_000, realizedPnlCents: 0 };
    const input = {
      ...{ tradeId: this.tradeId, tick: this.tick, policyVersion: 'policy/1', intent: this.intent() },
      ...{ priceCents: 12_810, headlines, sentimentScore: -0.42, account },
    };
    const verdict = {
      ...{ tradeId: this.tradeId, policyVersion: 'policy/1', outcome, notionalCents: 512_400 },
      rules: rules.map((rule) => ({ ...rule, explanation: `about ${rule.rule}` })),
    };
    this.activity('checkTradeIntent', input, { result: verdict });
    return this;
  }

  approval(status: string, more: JsonObject = {}): HistoryEvent {
    return this.memo('approval', {
      request: {
        ...{ tradeId: this.tradeId, tick: this.tick, order: this.order(), orderHash: HASH },
        ...{ requestedAt: '2026-01-05T14:30:02Z', expiresAt: '2026-01-05T14:35:02Z' },
      },
      status,
      refused: [],
      ...more,
    });
  }

  answer(more: JsonObject = {}): JsonObject {
    return { tradeId: this.tradeId, orderHash: HASH, approver: 'risk-desk', comment: 'fine', ...more };
  }

  order(): JsonObject {
    return {
      ...{ clOrdId: `w:${this.tradeId}`, tradeId: this.tradeId, account: 'w', symbol: 'NVDA' },
      ...{ side: 'SELL', orderQty: 40, priceCents: 12_810 },
    };
  }

  placeOrder(plan: ActivityPlan = {}, report: JsonObject = {}): this {
    this.activity('placeOrder', this.order(), { result: { ...REPORT, ...report }, ...plan });
    return this;
  }

  note(outcome: string, cause: string, detail: string): this {
    this.memo('tickNote', { tick: this.tick, outcome, cause, detail });
    return this;
  }
}
