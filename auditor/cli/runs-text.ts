import type { RunListItem } from '../query/list-runs.ts';
import type { TextStyle } from './text-style.ts';
import { formatTable } from './text-table.ts';

/** Runs as a table, the most recently started first. */
export function formatRuns(runs: readonly RunListItem[], style: TextStyle): string {
  if (runs.length === 0) return 'The index holds no runs yet. Try: tickscope pull <workflow-id>\n';
  const columns = ['workflow id', 'type', 'status', 'ticks', 'last tick', 'started', 'last event'];
  const rows = runs.map((run) => ({
    cells: [
      run.workflowId,
      run.workflowType,
      toStatusText(run),
      String(run.tickCount),
      run.lastTick ? `${run.lastTick.label}: ${run.lastTick.outcome}` : 'none',
      run.startedAt,
      run.lastEventTime,
    ],
  }));
  return `${formatTable(columns, rows, style)}\n`;
}

/** An event with two contents is an alarm: it stands beside the status. */
function toStatusText({ status, runs }: RunListItem): string {
  const conflicts = runs.reduce((sum, run) => sum + run.conflicts, 0);
  return conflicts === 0
    ? status
    : `${status}, ${conflicts} event ${conflicts === 1 ? 'conflict' : 'conflicts'}`;
}
