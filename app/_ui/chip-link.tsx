import Link from 'next/link';

/** A small reference to something else; `hint` appears on hover and on focus, and is part of its spoken name. */
export function ChipLink({
  href,
  label,
  hint,
}: {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      data-hint={hint}
      aria-label={`${label}, ${hint}`}
      className="hint mx-px inline-block rounded-[4px] border border-line bg-sunk px-1 align-[1px] font-mono text-2xs leading-[1.05rem] text-ink-2 hover:border-line-strong hover:text-accent"
    >
      {label}
    </Link>
  );
}
