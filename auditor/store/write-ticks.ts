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
INSERT INTO tick (run_pk, tick, label, status, outcome, tone, interrupted, first_event_id, last_event_id, started_at,
  duration_ms, adapter, tree_json, answer_json)
VALUES (:runPk, :tick, :label, :status, :outcome, :tone, :interrupted, :firstEventId, :lastEventId, :startedAt,
  :durationMs, :adapter, :treeJson, :answerJson)`;

/** Replaces the ticks that start at `fromEventId` or later. Call it inside a transaction. */
export function writeTicks(db: Database, derived: DerivedTicks): void {
  const { runPk, fromEventId, ticks } = derived;
  let removed = db
    .prepare('DELETE FROM tick WHERE run_pk = ? AND first_event_id >= ?')
    .run(runPk, fromEventId).changes;
  const removeOne = db.prepare('DELETE FROM tick WHERE run_pk = ? AND tick = ?');
  const insert = db.prepare<[Record<string, unknown>]>(INSERT);
  for (const tick of ticks) {
    removed += removeOne.run(runPk, tick.tick).changes;
    insert.run({ runPk, ...toRow(tick) });
  }
  const update = 'tick_count = tick_count + ?, open_from_event_id = ?, carry_json = ?';
  db.prepare(`UPDATE run SET ${update} WHERE id = ?`).run(
    ticks.length - removed,
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
