import { type TextStyle, toOneLine } from './text-style.ts';

/** A row of a table; `paint` colours the whole line. */
export type TextRow = { readonly cells: readonly string[]; readonly paint?: (line: string) => string };

const GAP = '  ';

/** Narrowest that a column is squeezed to. */
const NARROWEST = 8;

/**
 * Columns side by side, each as wide as its widest cell; where the line is too short, the widest columns give way and their cells are
 * cut with `…`. The first column and the last, which holds the proof, are never cut.
 */
export function formatTable(
  columns: readonly string[],
  rows: readonly TextRow[],
  { width, paint }: TextStyle,
  indent = '',
): string {
  const cells = [columns, ...rows.map((row) => row.cells)].map((line) => line.map(toOneLine));
  const widths = toWidths(cells, width - indent.length);
  const lines = cells.map((line) => `${indent}${toLine(line, widths)}`.trimEnd());
  const [head = '', ...body] = lines;
  return [paint('faint', head), ...body.map((line, index) => rows[index]?.paint?.(line) ?? line)].join('\n');
}

function toWidths(lines: readonly (readonly string[])[], room: number): readonly number[] {
  const count = Math.max(...lines.map((line) => line.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const last = count - 1;
  for (;;) {
    const total = widths.reduce((sum, width) => sum + width, GAP.length * last);
    const widest = Math.max(NARROWEST, ...widths.slice(1, last));
    const at = widths.findIndex((width, column) => column > 0 && column < last && width === widest);
    if (total <= room || at < 0 || widest <= NARROWEST) return widths;
    widths[at] = Math.max(NARROWEST, widest - (total - room), secondWidest(widths, at) - 1);
  }
}

/** Two wide columns give way in turn instead of one alone. */
function secondWidest(widths: readonly number[], at: number): number {
  return Math.max(0, ...widths.slice(1, -1).filter((_, index) => index + 1 !== at));
}

function toLine(cells: readonly string[], widths: readonly number[]): string {
  return widths
    .map((width, column) => {
      const cell = cells[column] ?? '';
      const fits = cell.length <= width || column === widths.length - 1;
      return (fits ? cell : `${cell.slice(0, width - 1)}…`).padEnd(width);
    })
    .join(GAP);
}
