'use client';
import { linkHorizontal } from 'd3';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { type Placement, placeNodes, type TreeNode, toFirstCollapsed } from './place-nodes.ts';
import { TreeNodeBox } from './tree-node-box.tsx';
import { usePanZoom } from './use-pan-zoom.ts';
import { walkNodes } from './walk-nodes.ts';

/** Room above and below the drawing, the buttons' included. */
const FRAME = 84;

/** A tree drawn from left to right: click or arrow keys select, the frame pans and zooms. */
export function NodeTree({
  root,
  label,
  selectedId,
  onSelect,
}: {
  readonly root: TreeNode;
  readonly label: string;
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
}) {
  const frame = useRef<SVGSVGElement>(null);
  const [collapsed, setCollapsed] = useState(() => toFirstCollapsed(root));
  const placement = useMemo(() => placeNodes(root, collapsed), [root, collapsed]);
  const { transform, fitFrame, scaleBy } = usePanZoom(frame, placement);

  const setOpen = (id: string, open: boolean) => {
    const next = new Set(collapsed);
    if (open) next.delete(id);
    else next.add(id);
    setCollapsed(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const walk = walkNodes(placement.nodes, selectedId, event.key);
    if (!walk) return;
    event.preventDefault();
    if (walk.kind !== 'go') return setOpen(walk.id, walk.kind === 'open');
    onSelect(walk.id);
    frame.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(walk.id)}"]`)?.focus();
  };

  return (
    <div className="relative">
      <div role="tree" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        <svg
          ref={frame}
          role="presentation"
          style={{ height: `clamp(11rem, ${placement.height + FRAME}px, 60vh)` }}
          className="block w-full touch-pan-y cursor-grab bg-[radial-gradient(var(--line)_1px,transparent_1px)] bg-[size:18px_18px] active:cursor-grabbing"
        >
          <g transform={transform}>
            <Links placement={placement} />
            {placement.nodes.map((placed) => (
              <TreeNodeBox
                key={placed.node.id}
                placed={placed}
                selected={placed.node.id === selectedId}
                onSelect={() => onSelect(placed.node.id)}
                onToggle={() => setOpen(placed.node.id, placed.hidden > 0)}
              />
            ))}
          </g>
        </svg>
      </div>
      <div className="no-print absolute right-2 bottom-2 flex gap-1">
        <TreeButton label="Zoom out" text="−" onClick={() => scaleBy(1 / 1.25)} />
        <TreeButton label="Zoom in" text="+" onClick={() => scaleBy(1.25)} />
        <TreeButton label="Fit the tree into its frame" text="Fit" dataKey="f" onClick={fitFrame} />
        <TreeButton label="Expand all" text="Expand" dataKey="e" onClick={() => setCollapsed(new Set())} />
        <TreeButton
          label="Collapse"
          text="Collapse"
          dataKey="w"
          onClick={() => setCollapsed(toInnerIds(root))}
        />
      </div>
    </div>
  );
}

function TreeButton(props: {
  readonly label: string;
  readonly text: string;
  readonly dataKey?: string;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.dataKey ? `${props.label} (${props.dataKey})` : props.label}
      className="min-h-6 min-w-6 rounded border border-line-strong bg-card px-1.5 text-2xs text-ink-2 hover:bg-sunk"
      onClick={props.onClick}
      {...(props.dataKey ? { 'data-key': props.dataKey } : {})}
    >
      {props.text}
    </button>
  );
}

const toCurve = linkHorizontal<unknown, readonly [number, number]>()
  .x((point) => point[0])
  .y((point) => point[1]);

function Links({ placement }: { readonly placement: Placement }) {
  return (
    <g fill="none" className="stroke-line-strong" strokeWidth="1.25">
      {placement.links.map(({ from, to }) => (
        <path
          key={to.node.id}
          d={
            toCurve({
              source: [from.x + from.width, from.y + from.height / 2],
              target: [to.x, to.y + to.height / 2],
            }) ?? ''
          }
        />
      ))}
    </g>
  );
}

/** Ids of the nodes below the root that have children. */
function toInnerIds(root: TreeNode): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (node: TreeNode) => {
    for (const child of node.children) {
      if (child.children.length > 0) ids.add(child.id);
      visit(child);
    }
  };
  visit(root);
  return ids;
}
