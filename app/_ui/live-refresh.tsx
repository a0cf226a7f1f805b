'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

const PAUSE_MS = 400;

/**
 * Renders the page anew when the server says that something changed, at most once per pause. Scroll position, focus and
 * what is typed or opened stay.
 */
export function LiveRefresh({ source }: { readonly source: string }) {
  const router = useRouter();
  const [connected, setConnected] = useState<boolean>();
  useEffect(() => {
    const stream = new EventSource(source);
    let due: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      due ??= setTimeout(() => {
        due = undefined;
        if (document.visibilityState === 'visible') router.refresh();
      }, PAUSE_MS);
    };
    stream.addEventListener('open', () => setConnected(true));
    stream.addEventListener('error', () => setConnected(false));
    stream.addEventListener('change', refresh);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      stream.close();
      clearTimeout(due);
      document.removeEventListener('visibilitychange', refresh);
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
