import { redirect } from 'next/navigation';
import { findOr404 } from '#app/_server/find-or-404.ts';
import { type PageInput, readParams } from '#app/_server/page-params.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { toRunPath } from '#app/paths.ts';
import { workflowIdParam } from '#auditor/query/api/parameters.ts';
import { getChain } from '#auditor/query/get-chain.ts';

/** A workflow id alone means its newest run. */
export default async function ChainPage({ params }: PageInput) {
  const { workflowId } = await readParams(params, { workflowId: workflowIdParam });
  const chain = findOr404(() => getChain(sharedIndex(), { workflowId }));
  redirect(toRunPath({ workflowId, runId: chain.runs.at(-1)?.runId ?? chain.firstRunId }));
}
