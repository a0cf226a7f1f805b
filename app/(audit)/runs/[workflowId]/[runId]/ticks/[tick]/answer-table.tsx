import { formatTimeUtc } from '#app/_ui/format-time.ts';
import { ScrollRegion } from '#app/_ui/scroll-region.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { ToneMark } from '#app/_ui/tone.tsx';
import type { AnswerTable } from '#auditor/model/answer.ts';
import { Citations, type EventTypes } from './citations.tsx';

/** Cells of up to this many characters stay on one line. */
const SHORT = 23;

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
    <ScrollRegion label={`${label}, table`} className="border-t border-line">
      <table className="grid-table [&_td]:px-2 [&_td]:text-xs [&_td:first-child]:pl-4 [&_td:last-child]:pr-4 [&_th]:px-2 [&_th]:align-bottom sm:[&_th]:whitespace-normal [&_th:first-child]:pl-4 [&_th:last-child]:pr-4">
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
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells follow the columns
                  key={column}
                  className={`${column === 0 ? 'font-[520]' : 'text-ink-2'} ${cell.length > SHORT ? 'break-words' : 'whitespace-nowrap'}`}
                >
                  <Cell text={cell} />
                </td>
              ))}
              <td className="text-right whitespace-nowrap">
                <Citations workflowId={workflowId} citations={row.citations} eventTypes={eventTypes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A time reads better with its zone named; everything else stays as it is. */
function Cell({ text }: { readonly text: string }) {
  return formatTimeUtc(text).date === '' ? text : <TimeText time={text} full />;
}
