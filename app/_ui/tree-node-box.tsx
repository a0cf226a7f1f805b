'use client';
import { ICON_PATHS } from './icon.tsx';
import type { PlacedNode } from './place-nodes.ts';
import { TONE_SHAPE, TONE_TEXT } from './tone.tsx';

/** One node: what sort it is by its icon, how it went by shape and colour at its left edge, what came out in its text. */
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
  const { node, x, y, width, height, level, hidden } = placed;
  return (
    <g
      role="treeitem"
      data-id={node.id}
      aria-level={level}
      aria-selected={selected}
      aria-label={[node.title, node.duration, node.outcome, node.kind, node.tone].filter(Boolean).join(', ')}
      {...(node.children.length > 0 ? { 'aria-expanded': hidden === 0 } : {})}
      tabIndex={selected ? 0 : -1}
      transform={`translate(${x},${y})`}
      className="cursor-pointer outline-none [&:focus-visible>rect]:stroke-accent [&:focus-visible>rect]:[stroke-width:2.5]"
      onClick={onSelect}
    >
      <title>{[node.title, node.outcome].filter(Boolean).join(': ')}</title>
      <rect
        width={width}
        height={height}
        rx="5"
        className={selected ? 'fill-accent-wash stroke-accent' : 'fill-card stroke-line-strong'}
        strokeWidth={selected ? 1.75 : 1}
      />
      <path
        d={`M5 .5 A4.5 4.5 0 0 0 .5 5 V${height - 5} A4.5 4.5 0 0 0 5 ${height - 0.5} Z`}
        className={`${TONE_TEXT[node.tone]} fill-current`}
      />
      {placed.form === 'line' ? <LineText placed={placed} /> : <BoxText placed={placed} />}
      {node.children.length > 0 && level > 1 && <Toggle placed={placed} onToggle={onToggle} />}
    </g>
  );
}

/** Average width of a character of the two text sizes, a little generous: text is cut by it. */
const TITLE_CHARACTER = 6.7;
const TEXT_CHARACTER = 5.9;

function BoxText({ placed: { node, width } }: { readonly placed: PlacedNode }) {
  const durationWidth = node.duration ? node.duration.length * 5.6 + 8 : 0;
  return (
    <>
      <Glyph path={ICON_PATHS[node.icon]} x={11} y={5} size={14} className="stroke-ink-2" />
      <text x="30" y="16" className="fill-ink text-[12px] font-[600]">
        {cut(node.title, (width - 36 - durationWidth) / TITLE_CHARACTER)}
      </text>
      {node.duration && (
        <text x={width - 8} y="16" textAnchor="end" className="nums fill-ink-3 text-[10px]">
          {node.duration}
        </text>
      )}
      {node.outcome && (
        <>
          <ToneGlyph tone={node.tone} x={12} y={22.5} />
          <text x="30" y="32" className="fill-ink-2 text-[11px]">
            {cut(node.outcome, (width - 40) / TEXT_CHARACTER)}
          </text>
        </>
      )}
    </>
  );
}

function LineText({ placed: { node, width } }: { readonly placed: PlacedNode }) {
  const title = cut(node.title, 23);
  const room = width - 42 - title.length * 6.2;
  return (
    <>
      <ToneGlyph tone={node.tone} x={10} y={6} />
      <text x="28" y="16" className="fill-ink text-[11px]">
        <tspan className="font-[560]">{title}</tspan>
        {node.outcome && (
          <tspan dx="7" className="fill-ink-2 text-[10.5px]">
            {cut(node.outcome, room / 5.2)}
          </tspan>
        )}
      </text>
    </>
  );
}

function ToneGlyph(props: {
  readonly tone: PlacedNode['node']['tone'];
  readonly x: number;
  readonly y: number;
}) {
  const { outline, sign } = TONE_SHAPE[props.tone];
  return (
    <Glyph
      path={`${outline}${sign}`}
      x={props.x}
      y={props.y}
      size={12}
      className={`${TONE_TEXT[props.tone]} stroke-current`}
    />
  );
}

function Glyph(props: {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly className: string;
}) {
  const scale = props.size / 16;
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

function Toggle({
  placed: { hidden, width, height },
  onToggle,
}: {
  readonly placed: PlacedNode;
  readonly onToggle: () => void;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: part of the tree item, whose aria-expanded says its state; the arrow keys do the same
    <g
      transform={`translate(${width},${height / 2})`}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <rect
        x="-8"
        y="-8"
        width={hidden > 0 ? 30 : 16}
        height="16"
        rx="8"
        className="fill-card stroke-line-strong"
      />
      <text
        x={hidden > 0 ? 7 : 0}
        y="3.5"
        textAnchor="middle"
        className="nums fill-ink-2 text-[10px] font-[600]"
      >
        {hidden > 0 ? `+${hidden}` : '−'}
      </text>
    </g>
  );
}

const cut = (text: string, characters: number) =>
  text.length > characters ? `${text.slice(0, Math.max(0, Math.floor(characters) - 1))}…` : text;
