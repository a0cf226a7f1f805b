import Link from 'next/link';
import { Freshness, hasFreshness } from '#app/_runs/freshness.tsx';
import { toRunNotes } from '#app/_runs/run-notes.ts';
import { RunNotes } from '#app/_runs/run-notes-view.tsx';
import { Field, FieldList } from '#app/_ui/field-list.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { toRunPath } from '#app/paths.ts';
import { toFormatTitle } from '#auditor/base/format-title.ts';
import type { ChainRun, RunChain } from '#auditor/model/run.ts';

type ChainFactsProps = {
  readonly chain: RunChain;
  readonly run: ChainRun;
  /** This machine's clock. */
  readonly nowMs: number;
};

/** What is known of the chain and of the run that the address names, and how good the stored copy of it is. */
export function ChainFacts({ chain, run, nowMs }: ChainFactsProps) {
  const at = chain.runs.indexOf(run) + 1;
  return (
    <section className="card p-4" aria-label="Facts">
      <FieldList>
        <Field name="Workflow type">{chain.workflowType}</Field>
        <Field name="Namespace">{chain.namespace}</Field>
        <Field name={`Run ${at} of ${chain.runs.length}`}>
          <span className="font-mono text-xs break-all">{run.runId}</span>
        </Field>
        <Field name="Status of this run">{run.status}</Field>
        <Field name="Started">
          <TimeText time={run.startedAt} full />
        </Field>
        {run.closedAt !== undefined && (
          <Field name="Closed">
            <TimeText time={run.closedAt} full />
          </Field>
        )}
        <Field name="Events stored">1–{run.eventCount.toLocaleString('en')}</Field>
        {hasFreshness(run) && (
          <Field name="Following the server">
            <Freshness run={run} nowMs={nowMs} />
          </Field>
        )}
        <Field name="Read from">
          {run.source}
          {run.format !== undefined && <span className="text-ink-2">, {toFormatTitle(run.format)}</span>}
        </Field>
        {run.parent && (
          <Field name="Child of">
            <Link className="link break-all" href={toRunPath(run.parent)}>
              {run.parent.workflowId}
            </Link>
          </Field>
        )}
      </FieldList>
      <RunNotes notes={toRunNotes(run)} />
    </section>
  );
}
