import { formatValue } from '#app/_runs/format-value.ts';
import { formatDurationMs } from '#app/_ui/format-time.ts';
import { Icon } from '#app/_ui/icon.tsx';
import { TimeText } from '#app/_ui/time-text.tsx';
import { ToneText } from '#app/_ui/tone.tsx';
import type { Decision, Fact } from '#auditor/model/decision.ts';
import type { Tick } from '#auditor/model/tick.ts';
import { Citations, type EventTypes } from './citations.tsx';
import { KINDS } from './to-tree-node.ts';

type Shown = { readonly workflowId: string; readonly eventTypes: EventTypes };

/** Everything that is known of one node, each value with the event that proves it. */
export function Inspector({
  tick,
  decision,
  ...shown
}: Shown & { readonly tick: Tick; readonly decision: Decision | undefined }) {
  if (!decision) {
    return (
      <div className="p-4">
        <h3 className="font-[600]">{tick.label}</h3>
        <p className="mt-1">
          <ToneText tone={tick.tone}>{tick.outcome}</ToneText>
        </p>
      </div>
    );
  }
  return (
    <div className="max-h-[28rem] overflow-y-auto p-4" aria-live="polite">
      <h3 className="flex flex-wrap items-center gap-2 font-[600]">
        <span className="text-ink-2">
          <Icon name={KINDS[decision.kind].icon} />
        </span>
        <span className="break-all">{decision.title}</span>
        <span className="label">{KINDS[decision.kind].name}</span>
      </h3>
      {decision.outcome !== undefined && (
        <p className="mt-1">
          <ToneText tone={decision.tone}>{decision.outcome}</ToneText>
        </p>
      )}
      <p className="nums mt-1 flex flex-wrap gap-x-4 text-xs text-ink-3">
        {decision.startedAt !== undefined && (
          <span>
            <TimeText time={decision.startedAt} /> UTC
          </span>
        )}
        {decision.durationMs !== undefined && <span>{formatDurationMs(decision.durationMs)}</span>}
        {decision.attempt !== undefined && decision.attempt > 1 && (
          <span className="font-[550] text-warn">attempt {decision.attempt}</span>
        )}
        <span>
          events <Citations citations={decision.citations} {...shown} />
        </span>
      </p>
      {decision.facts.length > 0 && (
        <dl className="mt-3 border-t border-line">
          {decision.facts.map((fact, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat
            <FactRow key={index} fact={fact} {...shown} />
          ))}
        </dl>
      )}
    </div>
  );
}

const LONG = 160;

function FactRow({ fact, ...shown }: Shown & { readonly fact: Fact }) {
  const text = formatValue(fact.value, fact.unit);
  const isLong = text.length > LONG || text.includes('\n');
  return (
    <div className="grid grid-cols-[minmax(7rem,10rem)_minmax(0,1fr)_auto] gap-x-3 border-b border-line py-1.5 last:border-b-0">
      <dt className="break-words text-ink-3">{fact.name}</dt>
      <dd className="nums min-w-0 break-words">{isLong ? <LongText text={text} /> : text}</dd>
      <dd className="text-right">
        <Citations citations={[fact.citation]} {...shown} />
      </dd>
    </div>
  );
}

/** A long text, folded to its beginning, with its length. */
function LongText({ text }: { readonly text: string }) {
  return (
    <details>
      <summary className="text-ink-2">
        {text.slice(0, 90).replaceAll(/\s+/g, ' ')}…{' '}
        <span className="label">{text.length.toLocaleString('en')} characters</span>
      </summary>
      <pre className="mt-1 max-h-80 overflow-auto rounded bg-sunk p-2 font-mono text-xs whitespace-pre-wrap">
        {text}
      </pre>
    </details>
  );
}
