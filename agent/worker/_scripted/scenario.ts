import { activityInfo } from '@temporalio/activity';
import type { BacktestInput } from '../../contract/strategy.ts';
import type { ExecutionReport, Order } from '../../contract/trade.ts';

/** What a quote and the news say at one tick. */
export interface ScriptedTick {
  readonly priceCents: number;
  readonly sentimentScore: number;
  readonly headlines: readonly string[];
}

/** What the parties of one workflow do; what they were asked is written down beside it. */
export interface Scenario {
  /** The model's answers, one per call: an error is thrown, an object written as JSON, a text left as it is. One call too many throws. */
  readonly answers: readonly unknown[];
  /** Absent when: price 128.00, sentiment 0.4, one harmless headline. */
  readonly tick?: (tick: number) => Partial<ScriptedTick>;
  /** Called per attempt, from 1; `fill` executes the order. Throws to fail the attempt. Absent when: every order is filled. */
  readonly onPlaceOrder?: (attempt: number, fill: () => void) => void | Promise<void>;
  /** Throws to fail. Absent when: market data never fails. */
  readonly onSnapshot?: (tick: number) => void | Promise<void>;
  /** Throws to fail a backtest. Absent when: all succeed. */
  readonly onBacktest?: (input: BacktestInput) => void;
}

/** What the parties of one workflow were asked. */
export interface Recorded {
  readonly prompts: string[];
  /** Every attempt to place an order. */
  readonly attempts: Order[];
  /** Orders as the broker has them, by clOrdId. */
  readonly filled: Map<string, ExecutionReport>;
  answersUsed: number;
}

export interface Scene {
  readonly scenario: Scenario;
  readonly recorded: Recorded;
}

/** Scenarios by workflow id, so that many workflows can share one server and one worker. */
export class Scenes {
  readonly #scenes = new Map<string, Scene>();

  add(workflowId: string, scenario: Scenario): Recorded {
    const recorded: Recorded = { prompts: [], attempts: [], filled: new Map(), answersUsed: 0 };
    this.#scenes.set(workflowId, { scenario, recorded });
    return recorded;
  }

  /** The scene of the workflow that called the running activity; a backtest belongs to its parent. */
  current(): Scene {
    const workflowId = activityInfo().workflowExecution?.workflowId.split('/')[0] ?? '';
    const scene = this.#scenes.get(workflowId);
    if (scene === undefined) throw new Error(`there is no scenario for ${workflowId}`);
    return scene;
  }
}
