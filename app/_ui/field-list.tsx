import type { ReactNode } from 'react';

/** Names and values in as many columns as fit. */
export function FieldList({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-6 gap-y-3">{children}</dl>;
}

export function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="label">{name}</dt>
      <dd className="nums mt-0.5 break-words">{children}</dd>
    </div>
  );
}
