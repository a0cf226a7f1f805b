'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { ProblemView } from './_ui/problem-view.tsx';
import { toTwinPath } from './paths.ts';

const problemSchema = z.looseObject({ title: z.string(), detail: z.string() });

/** There is nothing at the address; for a run, tick or event the API says what exists instead. */
export default function NotFound() {
  const path = usePathname();
  const [detail, setDetail] = useState<string>();
  useEffect(() => {
    if (!path.startsWith('/runs/')) return;
    const ask = async () => {
      const response = await fetch(toTwinPath(path));
      setDetail(problemSchema.safeParse(await response.json()).data?.detail);
    };
    ask().catch(() => setDetail(undefined));
  }, [path]);
  return (
    <ProblemView
      title="Nothing is stored at this address"
      detail={detail ?? 'The address may be mistyped, or what it names was never read into this index.'}
      next={{ label: 'All runs', href: '/runs' }}
    />
  );
}
