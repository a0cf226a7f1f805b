import { CopyButton } from '#app/_ui/copy-button.tsx';
import { Field, FieldList } from '#app/_ui/field-list.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import type { StoredEvent } from '#auditor/query/get-event.ts';

/** Type, time and digest of a stored event. */
export function EventFacts({
  stored,
  pointer,
}: {
  readonly stored: StoredEvent;
  readonly pointer: string | undefined;
}) {
  const { eventType, eventTime } = stored.event;
  return (
    <section className="card p-4" aria-label="Facts">
      <FieldList>
        <Field name="Type">
          <span className="font-mono text-xs break-all">{String(eventType).replace(/^EVENT_TYPE_/, '')}</span>
        </Field>
        {typeof eventTime === 'string' && (
          <Field name="Time (server clock)">
            <TimeText time={eventTime} full />
          </Field>
        )}
        {pointer !== undefined && pointer !== '' && (
          <Field name="Place that was cited">
            <a className="link font-mono text-xs break-all" href="#pointed-at">
              {pointer}
            </a>
          </Field>
        )}
      </FieldList>
      <div className="mt-3">
        <div className="label">SHA-256 of the stored bytes</div>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-3">
          <code className="font-mono text-xs break-all">{stored.sha256}</code>
          <CopyButton className="link text-xs" text={stored.sha256}>
            Copy
          </CopyButton>
        </div>
      </div>
    </section>
  );
}
