'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

const PAUSE_MS = 400;

/**
 * Renders the page anew when the server says that something changed, at most once per pause. Scroll position, focus and
 * what is typed or opened stay.
 *
 * A hidden page does not listen: browsers keep only six connections to one server, for all of its pages together.
 */
export function LiveRefresh({ source }: { readonly source: string }) {
  const router = useRouter();
  const [connected, setConnected] = useState<boolean>();
  useEffect(() => {
    let stream: EventSource | undefined;
    let due: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      due ??= setTimeout(() => {
        due = undefined;
        router.refresh();
      }, PAUSE_MS);
    };
    const listen = () => {
      stream = new EventSource(source);
      stream.addEventListener('open', () => setConnected(true));
      stream.addEventListener('error', () => setConnected(false));
      stream.addEventListener('change', refresh);
    };
    const leave = () => {
      stream?.close();
      stream = undefined;
      clearTimeout(due);
      due = undefined;
    };
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') return leave();
      if (!stream) listen();
      refresh();
    };
    if (document.visibilityState !== 'hidden') listen();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [router, source]);
  return <LinkState connected={connected} />;
}

function LinkState({ connected }: { readonly connected: boolean | undefined }) {
  const text = connected === undefined ? 'connecting' : connected ? 'live' : 'reconnecting';
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-xs text-ink-3">
      <span
        aria-hidden="true"
        className={`size-2 rounded-full border ${connected ? 'border-good bg-good' : 'border-warn bg-transparent'}`}
      />
      {text}
    </span>
  );
}
