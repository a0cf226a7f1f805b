import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCanonicalJson } from '../../base/canonical-json.ts';
import { parseTimeMicros } from '../../base/units.ts';
import type { JsonObject } from '../../model/history-event.ts';
import { packPage } from '../../store/event-pages.ts';
import { openStore } from '../../store/open-store.ts';
import { type Index, openIndex } from '../open-index.ts';

export type RunRow = {
  readonly workflowId?: string;
  readonly runId: string;
  readonly firstRunId?: string;
  readonly namespace?: string;
  readonly workflowType?: string;
  readonly status?: string;
  readonly startedAt?: string;
  readonly parent?: { readonly workflowId: string; readonly runId: string };
  readonly pulledAtMicros?: number;
  /** Absent when: no follower reads it. */
  readonly lagMicros?: number;
};

export type TickRow = {
  readonly runPk: number;
  readonly tick: number;
  readonly events?: readonly [number, number];
  readonly outcome?: string;
  readonly label?: string;
};

/** Writes an index of a few literal rows into a folder of its own. Close it: the folder goes, too. */
export class IndexBuilder {
  readonly folder = mkdtempSync(join(tmpdir(), 'tickscope-query-'));
  private readonly store = openStore(this.folder);
  private index: Index | undefined;

  /** Returns the run's key in the index. */
  run(row: RunRow): number {
    const { workflowId = 'w', runId, firstRunId = runId, namespace = 'default', parent } = row;
    const statement = this.store.db.prepare(
      `INSERT INTO run (namespace, workflow_id, run_id, workflow_type, status, started_at, started_at_micros, first_run_id,
         parent_workflow_id, parent_run_id, event_count, source, pulled_at_micros)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'file', ?)`,
    );
    const { workflowType = 'agent', status = 'running', startedAt = '2026-01-05T14:00:00Z' } = row;
    const { lastInsertRowid } = statement.run(
      ...[
        namespace,
        workflowId,
        runId,
        workflowType,
        status,
        startedAt,
        parseTimeMicros(startedAt),
        firstRunId,
      ],
      ...[parent?.workflowId ?? null, parent?.runId ?? null, row.pulledAtMicros ?? 0],
    );
    if (row.lagMicros !== undefined) {
      this.store.db
        .prepare("UPDATE run SET lag_micros = ?, page_token = x'01' WHERE id = ?")
        .run(row.lagMicros, lastInsertRowid);
    }
    return Number(lastInsertRowid);
  }

  event(runPk: number, eventId: number, event: JsonObject = {}, eventType = 'TIMER_STARTED'): void {
    const eventTime = `2026-01-05T14:00:${String(eventId % 60).padStart(2, '0')}Z`;
    const canonical = toCanonicalJson({ eventId: String(eventId), eventTime, ...event });
    const sha256 = createHash('sha256').update(canonical).digest();
    const { db } = this.store;
    db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)').run(
      ...[runPk, eventId, eventType, eventTime, Date.parse(eventTime) * 1000, sha256],
    );
    db.prepare('INSERT INTO event_page VALUES (?, ?, ?, ?)').run(
      ...[runPk, eventId, eventId, packPage([canonical])],
    );
    db.prepare('UPDATE run SET event_count = ?, last_event_at = ? WHERE id = ?').run(
      eventId,
      eventTime,
      runPk,
    );
  }

  /** Another content for an event that is there. */
  conflict(runPk: number, eventId: number): void {
    this.store.db
      .prepare('INSERT INTO event_conflict VALUES (?, ?, ?, ?, 0)')
      .run(runPk, eventId, '{}', createHash('sha256').update('{}').digest());
    this.store.db.prepare('UPDATE run SET conflict_count = conflict_count + 1 WHERE id = ?').run(runPk);
  }

  tick({ runPk, tick, events = [1, 1], outcome = 'HOLD', label = `tick ${tick}` }: TickRow): void {
    this.store.db
      .prepare(
        `INSERT INTO tick (run_pk, tick, label, level, status, outcome, tone, interrupted, first_event_id, last_event_id,
           started_at, duration_ms, model_calls, tool_calls, adapter)
         VALUES (?, ?, ?, 'domain', 'closed', ?, 'neutral', 0, ?, ?, '2026-01-05T14:00:00Z', 1.5, 0, 0, 'test/1')`,
      )
      .run(runPk, tick, label, outcome, ...events);
    this.store.db.prepare('UPDATE run SET tick_count = tick_count + 1 WHERE id = ?').run(runPk);
  }

  /** Opens what was written so far for reading. */
  open(): Index {
    this.index ??= openIndex(this.folder);
    return this.index;
  }

  close(): void {
    this.index?.close();
    this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
