'use client';
import { useState } from 'react';
import type { ApprovalRecord } from '#agent/contract/approval.ts';
import { formatCents } from '#app/_runs/format-value.ts';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { Countdown } from '#app/_ui/countdown.tsx';
import { Field, FieldList } from '#app/_ui/field-list.tsx';
import { Icon } from '#app/_ui/icon.tsx';
import { Quotation } from '#app/_ui/quotation.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { toActionPath } from '#app/paths.ts';
import type { Send } from '../use-actions.ts';

/** The question to a person: exactly this order, the evidence first, the buttons last. */
export function ApprovalCard({
  workflowId,
  approval,
  actor,
  send,
}: {
  readonly workflowId: string;
  readonly approval: ApprovalRecord;
  readonly actor: string;
  readonly send: Send;
}) {
  const { order, context, tick, expiresAt, orderHash } = approval.request;
  return (
    <section className="rounded-lg border-2 border-warn bg-card" aria-labelledby="approval-title">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-warn-wash px-4 py-2">
        <h2 id="approval-title" className="flex items-center gap-2 font-[620] text-warn">
          <Icon name="person" />
          Approval asked at tick {tick}
        </h2>
        <span className="text-xs text-ink-2">
          expires in <Countdown until={expiresAt} over="no time: expired" />, then counts as rejected
        </span>
      </header>
      <div className="grid gap-4 p-4">
        <p className="nums text-lg font-[620]">
          {order.side} {order.orderQty.toLocaleString('en')} {order.symbol} at {formatCents(order.priceCents)}
          <span className="ml-3 text-sm font-[450] text-ink-2">
            notional {formatCents(context.notionalCents)}
          </span>
        </p>
        <FieldList>
          <Field name="Price at this tick">
            {formatCents(context.priceCents)} <span className="text-xs text-ink-3">as of</span>{' '}
            <TimeText time={context.asOf} full />
          </Field>
          <Field name="Sentiment (−1 to 1)">{context.sentimentScore}</Field>
          <Field name="Position before">{context.positionQty.toLocaleString('en')} shares</Field>
          <Field name="Cash before">{formatCents(context.cashCents)}</Field>
          <Field name="Rules that asked">{context.askedBy.join(', ')}</Field>
          <Field name="Policy">{approval.request.policyVersion}</Field>
        </FieldList>
        <Headlines headlines={context.headlines} />
        <div>
          <h3 className="label">Rationale</h3>
          <Quotation by="The model's own words: its output, not proof of cause">
            {context.rationale}
          </Quotation>
        </div>
        <p className="text-xs text-ink-3">
          Not checked by any rule: whether headlines and rationale are true, how much the market would take,
          what happened after the times above.
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-2">
          Your answer binds to this order and context by hash
          <code
            className="hint rounded bg-sunk px-1.5 py-0.5 font-mono"
            data-hint={orderHash}
            title={orderHash}
          >
            {orderHash.slice(0, 8)}
          </code>
          <CopyButton className="link" text={orderHash}>
            Copy all {orderHash.length} digits
          </CopyButton>
        </p>
        <AnswerForm workflowId={workflowId} approval={approval} actor={actor} send={send} />
      </div>
    </section>
  );
}

function Headlines({ headlines }: { readonly headlines: ApprovalRecord['request']['context']['headlines'] }) {
  return (
    <div>
      <h3 className="label">Headlines shown to model and rules</h3>
      {headlines.length === 0 && <p>None</p>}
      {headlines.map((headline) => (
        <Quotation
          key={headline.text + headline.publishedAt}
          by={`${headline.source}, ${headline.publishedAt}`}
        >
          {headline.text}
        </Quotation>
      ))}
    </div>
  );
}

function AnswerForm({
  workflowId,
  approval,
  actor,
  send,
}: {
  readonly workflowId: string;
  readonly approval: ApprovalRecord;
  readonly actor: string;
  readonly send: Send;
}) {
  const [comment, setComment] = useState('');
  const [isSent, setIsSent] = useState(false);
  const { tradeId, orderHash } = approval.request;
  const answer = async (action: 'approve' | 'reject') => {
    setIsSent(true);
    const isTaken = await send({
      says: action === 'approve' ? `Approve ${tradeId}` : `Reject ${tradeId}`,
      path: toActionPath(workflowId, action),
      body: { tradeId, orderHash, comment: comment.trim() },
    });
    setIsSent(isTaken);
  };
  return (
    <form
      className="grid gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <label>
        <span className="label">Comment, kept in the history</span>
        <input
          className="field mt-1"
          value={comment}
          maxLength={500}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <button
          type="button"
          className="button button-main"
          disabled={isSent}
          onClick={() => answer('approve')}
        >
          Approve order
        </button>
        <button
          type="button"
          className="button button-bad"
          disabled={isSent}
          onClick={() => answer('reject')}
        >
          Reject order
        </button>
        <span className="text-xs text-ink-3">
          {isSent ? 'Sent. The history will show what became of it.' : `acting as ${actor}`}
        </span>
      </div>
    </form>
  );
}
