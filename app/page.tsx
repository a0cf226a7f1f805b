import Link from 'next/link';
import { listRuns } from '#auditor/query/list-runs.ts';
import { IndexFacts } from './_runs/index-facts.tsx';
import { NoIndex } from './_runs/no-index.tsx';
import { RunTable } from './_runs/run-table.tsx';
import { tryIndex } from './_server/shared-index.ts';
import { Card } from './_ui/card.tsx';
import { ProcessHealth } from './(live)/live/process-health.tsx';
import { RunningAgents } from './(live)/live/running-agents.tsx';

const LATEST = 12;

export default function OverviewPage() {
  const index = tryIndex();
  const items = index ? listRuns(index, { limit: LATEST }).items : [];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <h1 className="sr-only">Overview</h1>
      <div className="grid min-w-0 gap-4">
        {items.length === 0 ? (
          <NoIndex />
        ) : (
          <>
            <section className="grid gap-2" aria-labelledby="running-now">
              <h2 id="running-now" className="font-[620]">
                Running now
              </h2>
              <RunningAgents index={index} />
            </section>
            <Card
              title="Latest runs"
              aside={
                <Link className="link text-xs" href="/runs">
                  All runs
                </Link>
              }
              flush
            >
              <RunTable items={items} nowMs={Date.now()} />
            </Card>
          </>
        )}
      </div>
      <div className="grid min-w-0 gap-4">
        <Card title="Processes">
          <ProcessHealth />
        </Card>
        {index && (
          <Card title="Index">
            <IndexFacts index={index} />
          </Card>
        )}
      </div>
    </div>
  );
}
