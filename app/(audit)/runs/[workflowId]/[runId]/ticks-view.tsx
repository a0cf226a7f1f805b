import { TickTable } from '#app/_runs/tick-table.tsx';
import { Pager } from '#app/_ui/pager.tsx';
import { toRunPath } from '#app/paths.ts';
import type { RunChain } from '#auditor/model/run.ts';
import { listTicks } from '#auditor/query/list-ticks.ts';
import type { Index } from '#auditor/query/open-index.ts';
import { TickStrip } from './tick-strip.tsx';

const PAGE = 50;

/** The ticks of the chain, newest first, a page at a time. */
export function TicksView({
  index,
  chain,
  place,
  from,
}: {
  readonly index: Index;
  readonly chain: RunChain;
  readonly place: { readonly workflowId: string; readonly runId: string };
  readonly from: number | undefined;
}) {
  // Chains count from 0 or from 1: one more than a page covers both.
  const newestFrom = Math.max(0, chain.tickCount - PAGE);
  const fromTick = from ?? newestFrom;
  const ticks = listTicks(index, { ...place, fromTick, limit: PAGE + 1 }).toReversed();
  const [newest, oldest] = [ticks.at(0), ticks.at(-1)];
  const path = toRunPath(place);
  return (
    <div className="grid gap-3">
      <TickStrip workflowId={place.workflowId} ticks={ticks.toReversed()} />
      <section className="card overflow-x-auto" aria-label="Ticks">
        <TickTable workflowId={place.workflowId} ticks={ticks} />
        <div className="border-t border-line">
          <Pager
            shown={
              newest && oldest
                ? `Ticks ${oldest.tick}–${newest.tick}, newest first; ${chain.tickCount.toLocaleString('en')} in the chain`
                : 'No tick yet'
            }
            newer={fromTick < newestFrom ? `${path}?from=${fromTick + PAGE}` : undefined}
            older={fromTick > 0 ? `${path}?from=${Math.max(0, fromTick - PAGE)}` : undefined}
          />
        </div>
      </section>
    </div>
  );
}
