import { type TextStyle, toOneLine, toShortName, wrap } from './text-style.ts';

/** A row of a table; `paint` colours its lines. */
type TextRow = { readonly cells: readonly string[]; readonly paint?: (line: string) => string };

const GAP = '  ';

/** Narrowest that a column is squeezed to. */
const NARROWEST = 20;

/**
 * Columns side by side, each as wide as its widest cell. Where the line is too short, the widest columns give way and their cells go on
 * below: nothing of up to 1,000 characters is cut off. The first column keeps its width, so that rows stay recognisable.
 */
export function formatTable(
  columns: readonly string[],
  rows: readonly TextRow[],
  { width, paint }: TextStyle,
  indent = '',
): string {
  const cells = [columns, ...rows.map((row) => row.cells)].map((line) =>
    line.map((cell) => toOneLine(toShortName(cell))),
  );
  const widths = toWidths(cells, width - indent.length);
  const blocks = cells.map((line) => toLines(line, widths).map((text) => `${indent}${text}`.trimEnd()));
  const [head = [], ...body] = blocks;
  const painted = body.map((lines, index) => lines.map((line) => rows[index]?.paint?.(line) ?? line));
  return [head.map((line) => paint('faint', line)), ...painted].flat().join('\n');
}

function toWidths(lines: readonly (readonly string[])[], room: number): readonly number[] {
  const count = Math.max(...lines.map((line) => line.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const toTotal = () => widths.reduce((sum, width) => sum + width, GAP.length * (count - 1));
  for (let over = toTotal() - room; over > 0; over = toTotal() - room) {
    const [widest = 0, second = 0] = widths.slice(1).toSorted((a, b) => b - a);
    if (widest <= NARROWEST) break;
    const at = widths.indexOf(widest, 1);
    // Two wide columns give way in turn instead of one alone.
    widths[at] = Math.max(NARROWEST, widest - over, Math.min(second, widest - 1));
  }
  return widths;
}

function toLines(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const columns = widths.map((width, column) => toCellLines(cells[column] ?? '', width));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns.map((lines, column) => (lines[line] ?? '').padEnd(widths[column] ?? 0)).join(GAP),
  );
}

function toCellLines(cell: string, width: number): readonly string[] {
  return cell.length <= width ? [cell] : wrap(cell, width).split('\n');
}
