import type { Metadata } from 'next';
import { z } from 'zod';
import { NoIndex } from '#app/_runs/no-index.tsx';
import { RunTable } from '#app/_runs/run-table.tsx';
import { type PageInput, readQuery } from '#app/_server/page-params.ts';
import { tryIndex } from '#app/_server/shared-index.ts';
import { Card } from '#app/_ui/card.tsx';
import { PageHead } from '#app/_ui/page-head.tsx';
import { listRuns } from '#auditor/query/list-runs.ts';

export const metadata: Metadata = { title: 'Runs' };

const PAGE = 50;
const query = z.object({
  limit: z.coerce.number().int().min(1).max(500).catch(PAGE),
  type: z.string().min(1).max(500).optional().catch(undefined),
});

export default async function RunsPage(props: PageInput) {
  const index = tryIndex();
  if (!index) return <NoIndex />;
  const { limit, type } = await readQuery(props.searchParams, query);
  const { items, nextCursor } = listRuns(index, {
    limit,
    ...(type === undefined ? {} : { workflowType: type }),
  });
  if (items.length === 0 && type === undefined) return <NoIndex />;
  const types = [...new Set(listRuns(index, { limit: 500 }).items.map((item) => item.workflowType))];
  return (
    <>
      <PageHead title="Runs" />
      <Filter types={types} type={type} />
      <Card title={type ?? 'All workflow types'} flush>
        <RunTable items={items} nowMs={Date.now()} />
        {nextCursor !== undefined && (
          <p className="border-t border-line px-4 py-2 text-xs text-ink-3">
            The newest {limit} are shown.{' '}
            <a
              className="link"
              href={`/runs?limit=500${type === undefined ? '' : `&type=${encodeURIComponent(type)}`}`}
            >
              Show 500
            </a>
          </p>
        )}
      </Card>
    </>
  );
}

function Filter({ types, type }: { readonly types: readonly string[]; readonly type: string | undefined }) {
  if (types.length < 2) return null;
  return (
    <form className="mb-3 flex flex-wrap items-end gap-2">
      <label className="w-72">
        <span className="label">Workflow type</span>
        <select name="type" defaultValue={type ?? ''} className="field">
          <option value="">All</option>
          {types.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        Filter
      </button>
    </form>
  );
}
