import Link from 'next/link';
import { toRunNotes } from '#app/_runs/run-notes.ts';
import { RunNotesBrief } from '#app/_runs/run-notes-view.tsx';
import { RunStatusText } from '#app/_runs/run-status.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { toHistoryPath, toRunPath } from '#app/paths.ts';
import type { RunChain } from '#auditor/model/run.ts';

/** The runs that continued each other, oldest first, each with its own history file. */
export function RunsView({ chain, at }: { readonly chain: RunChain; readonly at: string }) {
  return (
    <section className="card overflow-x-auto" aria-label="Runs of the chain">
      <table className="grid-table">
        <thead>
          <tr>
            <th>Run</th>
            <th>Status</th>
            <th>Started (UTC)</th>
            <th className="text-right">Events</th>
            <th>History</th>
          </tr>
        </thead>
        <tbody>
          {chain.runs.map((run) => (
            <tr key={run.runId} {...(run.runId === at ? { 'aria-current': 'true' as const } : {})}>
              <td className="font-mono text-xs">
                <Link data-row className="link" href={toRunPath(run)}>
                  {run.runId}
                </Link>
                {run.runId === at && <span className="label ml-2 font-sans">shown above</span>}
              </td>
              <td>
                <RunStatusText status={run.status} />
                <RunNotesBrief notes={toRunNotes(run)} />
              </td>
              <td className="text-ink-2">
                <TimeText time={run.startedAt} full />
              </td>
              <td className="nums text-right">{run.eventCount.toLocaleString('en')}</td>
              <td>
                <a className="link" href={toHistoryPath(run)} download>
                  Download
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
