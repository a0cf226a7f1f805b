import { Quotation } from '#app/_ui/quotation.tsx';
import type { Statement } from '#auditor/model/answer.ts';
import { Citations, type EventTypes } from './citations.tsx';

/** One sentence with its proofs; words of a model or of a stranger are set apart as a quotation; the sentence names whose they are. */
export function StatementView({
  workflowId,
  statement,
  eventTypes,
  size,
}: {
  readonly workflowId: string;
  readonly statement: Statement;
  readonly eventTypes: EventTypes;
  readonly size: 'lead' | 'body';
}) {
  return (
    <div className={size === 'lead' ? 'text-base leading-[1.6rem] font-[480] sm:text-[1.0625rem]' : 'py-0.5'}>
      <p className="break-words">
        {statement.text}{' '}
        <Citations workflowId={workflowId} citations={statement.citations} eventTypes={eventTypes} />
      </p>
      {statement.quote !== undefined && <Quotation>{statement.quote}</Quotation>}
    </div>
  );
}
