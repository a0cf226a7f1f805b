'use client';
import { useState } from 'react';

/** Copies the address of the page, with all that it says about what is open. Key `c` presses it. */
export function CopyAddressButton() {
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid('Copied');
    } catch {
      setSaid('Not allowed');
    }
    setTimeout(() => setSaid(undefined), 2000);
  };
  return (
    <button type="button" className="button" data-key="c" onClick={copy}>
      <span aria-live="polite">{said ?? 'Copy link'}</span>
    </button>
  );
}
