import Link from 'next/link';
import { Field, FieldList } from '#app/_ui/field-list.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { toRunPath } from '#app/paths.ts';
import type { ChainRun, RunChain } from '#auditor/model/run.ts';

/** What is known of the chain and of the run that the address names. */
export function ChainFacts({ chain, run }: { readonly chain: RunChain; readonly run: ChainRun }) {
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
        <Field name="Read from">{run.source}</Field>
        {run.parent && (
          <Field name="Child of">
            <Link className="link break-all" href={toRunPath(run.parent)}>
              {run.parent.workflowId}
            </Link>
          </Field>
        )}
      </FieldList>
    </section>
  );
}
