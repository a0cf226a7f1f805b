import type { Metadata } from 'next';
import { actorName } from '#app/_server/actor.ts';
import { tryIndex } from '#app/_server/shared-index.ts';
import { Card } from '#app/_ui/card.tsx';
import { PageHead } from '#app/_ui/page-head.tsx';
import { ProcessHealth } from './process-health.tsx';
import { RunningAgents } from './running-agents.tsx';
import { StartForm } from './start-form.tsx';

export const metadata: Metadata = { title: 'Live' };

export default function LiveListPage() {
  const index = tryIndex();
  return (
    <>
      <PageHead title="Live" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <RunningAgents index={index} />
        <div className="grid gap-4">
          <Card title="Start an agent">
            <StartForm actor={actorName()} />
          </Card>
          <Card title="Processes">
            <ProcessHealth />
          </Card>
        </div>
      </div>
    </>
  );
}
