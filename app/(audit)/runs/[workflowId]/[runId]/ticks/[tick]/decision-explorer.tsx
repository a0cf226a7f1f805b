'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { NodeList } from '#app/_ui/node-list.tsx';
import { NodeTree } from '#app/_ui/node-tree.tsx';
import type { Tick } from '#auditor/model/tick.ts';
import type { EventTypes } from './citations.tsx';
import { Inspector } from './inspector.tsx';
import { findDecision, ROOT_ID, toFirstSelected, toTreeNode } from './to-tree-node.ts';

/** The decision tree and what is known of the selected node. The address keeps the selection. */
export function DecisionExplorer({
  workflowId,
  tick,
  eventTypes,
}: {
  readonly workflowId: string;
  readonly tick: Tick;
  readonly eventTypes: EventTypes;
}) {
  const asked = useSearchParams().get('node');
  const root = useMemo(() => toTreeNode(tick), [tick]);
  const known = asked !== null && (asked === ROOT_ID || findDecision(tick.tree, asked) !== undefined);
  const selectedId = known ? asked : toFirstSelected(tick.tree);
  const select = (id: string) => {
    const address = new URL(window.location.href);
    address.searchParams.set('node', id);
    window.history.replaceState(null, '', address);
  };
  return (
    <section
      className="card min-w-0 overflow-clip xl:sticky xl:top-14 print:static"
      aria-labelledby="tree-title"
    >
      <h2 id="tree-title" className="border-b border-line px-4 py-2 font-[620]">
        Decision tree
      </h2>
      <div className="hidden md:block print:hidden">
        <NodeTree
          key={tick.tick}
          root={root}
          label={`Decisions of ${tick.label}`}
          selectedId={selectedId}
          onSelect={select}
        />
      </div>
      <div className="p-2 md:hidden print:block">
        <NodeList nodes={[root]} selectedId={selectedId} onSelect={select} />
      </div>
      <div className="no-print border-t border-line">
        <Inspector
          workflowId={workflowId}
          tick={tick}
          decision={findDecision(tick.tree, selectedId)}
          eventTypes={eventTypes}
        />
      </div>
    </section>
  );
}
