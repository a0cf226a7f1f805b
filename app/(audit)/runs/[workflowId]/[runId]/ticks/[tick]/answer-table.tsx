import { ToneMark } from '#app/_ui/tone.tsx';
import type { AnswerTable } from '#auditor/model/answer.ts';
import { Citations, type EventTypes } from './citations.tsx';

/** Rows of a section: each with its tone's shape in front and its proofs at the end. */
export function AnswerTableView({
  workflowId,
  table,
  eventTypes,
  label,
}: {
  readonly workflowId: string;
  readonly table: AnswerTable;
  readonly eventTypes: EventTypes;
  readonly label: string;
}) {
  const hasTones = table.rows.some((row) => row.tone !== 'neutral');
  return (
    <section
      className="overflow-x-auto border-t border-line"
      aria-label={`${label}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <table className="grid-table">
        <thead>
          <tr>
            {hasTones && (
              <th className="w-0 pr-0!">
                <span className="sr-only">Result</span>
              </th>
            )}
            {table.columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
            <th className="text-right">Event</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
            <tr key={index}>
              {hasTones && (
                <td className="w-0 pr-0! pt-2!">
                  <ToneMark tone={row.tone} />
                  <span className="sr-only">{row.tone}</span>
                </td>
              )}
              {row.cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells follow the columns
                <td key={column} className={`break-words ${column === 0 ? 'font-[520]' : 'text-ink-2'}`}>
                  {cell}
                </td>
              ))}
              <td className="text-right whitespace-nowrap">
                <Citations workflowId={workflowId} citations={row.citations} eventTypes={eventTypes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
