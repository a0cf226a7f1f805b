'use client';
import { formatDurationMs } from './format-time.ts';
import { useNowMs } from './use-now.ts';

/** Time left until an RFC 3339 time, by this machine's clock; `over` is shown afterwards. */
export function Countdown({ until, over }: { readonly until: string; readonly over: string }) {
  const now = useNowMs();
  if (now === undefined) return <span className="nums">…</span>;
  const leftMs = Math.ceil((Date.parse(until) - now) / 1000) * 1000;
  return (
    <span className="nums" title={until}>
      {leftMs > 0 ? formatSeconds(leftMs) : over}
    </span>
  );
}

/** Whole seconds below a minute: a clock that counts down needs no fractions. */
const formatSeconds = (ms: number) => (ms < 60_000 ? `${ms / 1000} s` : formatDurationMs(ms));
