import Link from 'next/link';
import { TimeText } from '#app/_ui/time-text.tsx';
import { ToneText } from '#app/_ui/tone.tsx';
import { toRunPath } from '#app/paths.ts';
import type { RunListItem } from '#auditor/query/list-runs.ts';
import { Freshness } from './freshness.tsx';
import { toChainNotes } from './run-notes.ts';
import { RunNotesBrief } from './run-notes-view.tsx';
import { RunStatusText } from './run-status.tsx';

type RunTableProps = {
  readonly items: readonly RunListItem[];
  /** This machine's clock. */
  readonly nowMs: number;
};

/** Chains of runs as rows, in the order given. */
export function RunTable({ items, nowMs }: RunTableProps) {
  return (
    <table className="grid-table">
      <thead>
        <tr>
          <th>Workflow</th>
          <th>Status</th>
          <th className="text-right">Ticks</th>
          <th className="hidden md:table-cell">Last outcome</th>
          <th className="hidden text-right sm:table-cell">Last event (UTC)</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <RunRow key={`${item.namespace} ${item.firstRunId}`} item={item} nowMs={nowMs} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ item, nowMs }: { readonly item: RunListItem; readonly nowMs: number }) {
  const newest = item.runs.at(-1);
  return (
    <tr className="relative">
      <td className="min-w-40">
        <Link
          data-row
          prefetch={false}
          href={toRunPath({ workflowId: item.workflowId, runId: newest?.runId ?? item.firstRunId })}
          className="font-[550] break-all after:absolute after:inset-0 hover:text-accent"
        >
          {item.workflowId}
        </Link>
        <div className="text-xs break-all text-ink-3">
          {item.workflowType}
          {item.runs.length > 1 && ` · ${item.runs.length} runs`}
        </div>
      </td>
      <td className="whitespace-nowrap">
        <RunStatusText status={item.status} />
        {newest && (
          <div className="nums text-xs whitespace-normal text-ink-3">
            <Freshness run={newest} nowMs={nowMs} />
          </div>
        )}
        <RunNotesBrief notes={toChainNotes(item.runs)} />
      </td>
      <td className="nums text-right">{item.tickCount.toLocaleString('en')}</td>
      <td className="hidden md:table-cell">
        {item.lastTick && <ToneText tone={item.lastTick.tone}>{item.lastTick.outcome}</ToneText>}
      </td>
      <td className="hidden text-right text-ink-2 sm:table-cell">
        {item.lastEventTime !== undefined && <TimeText time={item.lastEventTime} full />}
      </td>
    </tr>
  );
}
