import Link from 'next/link';
import { ToneMark } from './tone.tsx';

/** Something cannot be shown: what happened, to what, and what to do next. */
export function ProblemView({
  title,
  detail,
  next,
}: {
  readonly title: string;
  readonly detail: string;
  readonly next?: { readonly label: string; readonly href: string };
}) {
  return (
    <section role="alert" className="card mx-auto mt-10 max-w-2xl p-6">
      <h1 className="flex items-center gap-2 text-lg font-[620]">
        <ToneMark tone="warn" size={18} />
        {title}
      </h1>
      <p className="mt-2 text-base break-words text-ink-2">{detail}</p>
      {next && (
        <p className="mt-4">
          <Link className="button" href={next.href}>
            {next.label}
          </Link>
        </p>
      )}
    </section>
  );
}
