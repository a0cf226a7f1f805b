import type { Database } from 'better-sqlite3';
import type { Carry } from '../model/adapter.ts';
import type { Tick } from '../model/tick.ts';

/** Ticks derived anew from one event on, and where the next derivation starts. */
export type DerivedTicks = {
  readonly runPk: number;
  readonly fromEventId: number;
  readonly ticks: readonly Tick[];
  /** First event of the tick that may still grow. */
  readonly openFromEventId: number;
  /** What was known before that event. Absent when: nothing came before it. */
  readonly carry?: Carry;
};

const INSERT = `
INSERT OR REPLACE INTO tick (run_pk, tick, label, status, outcome, tone, interrupted, first_event_id, last_event_id, started_at,
  duration_ms, adapter, tree_json, answer_json)
VALUES (:runPk, :tick, :label, :status, :outcome, :tone, :interrupted, :firstEventId, :lastEventId, :startedAt,
  :durationMs, :adapter, :treeJson, :answerJson)`;

/** Replaces the ticks that start at `fromEventId` or later. Call it inside a transaction. */
export function writeTicks(db: Database, derived: DerivedTicks): void {
  const { runPk, fromEventId, ticks } = derived;
  db.prepare('DELETE FROM tick WHERE run_pk = ? AND first_event_id >= ?').run(runPk, fromEventId);
  const insert = db.prepare<[Record<string, unknown>]>(INSERT);
  for (const tick of ticks) insert.run({ runPk, ...toRow(tick) });
  db.prepare('UPDATE run SET open_from_event_id = ?, carry_json = ? WHERE id = ?').run(
    derived.openFromEventId,
    derived.carry === undefined ? null : JSON.stringify(derived.carry),
    runPk,
  );
}

function toRow({ tree, answer, interrupted, ...rest }: Tick): Record<string, unknown> {
  return {
    ...rest,
    interrupted: interrupted ? 1 : 0,
    treeJson: JSON.stringify(tree),
    answerJson: JSON.stringify(answer),
  };
}
