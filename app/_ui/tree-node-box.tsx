'use client';
import { ICON_PATHS } from './icon.tsx';
import { NODE_HEIGHT, NODE_WIDTH, type PlacedNode } from './place-nodes.ts';
import { TONE_SHAPE, TONE_TEXT } from './tone.tsx';

/** One node: what sort it is by its icon, how it went by shape and colour at its left edge, what came out in the second line. */
export function TreeNodeBox({
  placed,
  selected,
  onSelect,
  onToggle,
}: {
  readonly placed: PlacedNode;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onToggle: () => void;
}) {
  const { node, x, y, level, hidden } = placed;
  const canToggle = node.children.length > 0 && level > 1;
  return (
    <g
      role="treeitem"
      data-id={node.id}
      aria-level={level}
      aria-selected={selected}
      aria-label={[node.kind, node.title, node.outcome, node.tone, node.duration].filter(Boolean).join(', ')}
      {...(node.children.length > 0 ? { 'aria-expanded': hidden === 0 } : {})}
      tabIndex={selected ? 0 : -1}
      transform={`translate(${x},${y})`}
      className="cursor-pointer outline-none [&:focus-visible>rect]:stroke-accent [&:focus-visible>rect]:[stroke-width:2.5]"
      onClick={onSelect}
    >
      <title>{[node.title, node.outcome].filter(Boolean).join(': ')}</title>
      <rect
        width={NODE_WIDTH}
        height={NODE_HEIGHT}
        rx="6"
        className={selected ? 'fill-accent-wash stroke-accent' : 'fill-card stroke-line-strong'}
        strokeWidth={selected ? 1.75 : 1}
      />
      <path
        d={`M6 .5 H5.5 A5 5 0 0 0 .5 6 V34 A5 5 0 0 0 5.5 39.5 H6 Z`}
        className={`${TONE_TEXT[node.tone]} fill-current`}
      />
      <Glyph path={ICON_PATHS[node.icon]} x={12} y={5} className="stroke-ink-2" />
      <text x="31" y="16" className="fill-ink text-[12px] font-[600]">
        {cut(node.title, node.duration ? 18 : 24)}
      </text>
      {node.duration && (
        <text x={NODE_WIDTH - 8} y="16" textAnchor="end" className="nums fill-ink-3 text-[10px]">
          {node.duration}
        </text>
      )}
      {node.outcome && (
        <>
          <Glyph
            path={TONE_SHAPE[node.tone].outline}
            x={13}
            y={22.5}
            size={12}
            className={`${TONE_TEXT[node.tone]} stroke-current`}
          />
          <Glyph
            path={TONE_SHAPE[node.tone].sign}
            x={13}
            y={22.5}
            size={12}
            className={`${TONE_TEXT[node.tone]} stroke-current`}
          />
          <text x="31" y="32" className="fill-ink-2 text-[11px]">
            {cut(node.outcome, canToggle ? 22 : 27)}
          </text>
        </>
      )}
      {canToggle && <Toggle hidden={hidden} onToggle={onToggle} />}
    </g>
  );
}

function Glyph(props: {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly className: string;
}) {
  const scale = (props.size ?? 14) / 16;
  return (
    <path
      d={props.path}
      transform={`translate(${props.x},${props.y}) scale(${scale})`}
      fill="none"
      strokeWidth={1.4 / scale}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={props.className}
    />
  );
}

function Toggle({ hidden, onToggle }: { readonly hidden: number; readonly onToggle: () => void }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: part of the tree item, whose aria-expanded says its state; the arrow keys do the same
    <g
      transform={`translate(${NODE_WIDTH - 1},${NODE_HEIGHT / 2})`}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <rect
        x="-3"
        y="-9"
        width={hidden > 0 ? 28 : 18}
        height="18"
        rx="9"
        className="fill-card stroke-line-strong"
      />
      <text
        x={hidden > 0 ? 11 : 6}
        y="3.5"
        textAnchor="middle"
        className="nums fill-ink-2 text-[10px] font-[600]"
      >
        {hidden > 0 ? `+${hidden}` : '−'}
      </text>
    </g>
  );
}

const cut = (text: string, limit: number) => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text);
