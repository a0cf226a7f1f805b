'use client';
import { useEffect, useState } from 'react';

/** This machine's clock in milliseconds, once a second. Absent when: not in a browser yet, so that server and browser agree at first. */
export function useNowMs(): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
