import type { ReactNode } from 'react';

/** How good a thing is: colour, shape and word always come together. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'pending';

export const TONE_TEXT: Record<Tone, string> = {
  neutral: 'text-ink-2',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  pending: 'text-pending',
};

const TONE_WASH: Record<Tone, string> = {
  neutral: 'bg-sunk',
  good: 'bg-good-wash',
  warn: 'bg-warn-wash',
  bad: 'bg-bad-wash',
  pending: 'bg-pending-wash',
};

/** One shape per tone, drawn in a 16 × 16 box: readable without colour. */
export const TONE_SHAPE: Record<Tone, { readonly outline: string; readonly sign: string }> = {
  neutral: { outline: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11Z', sign: 'M5.5 8h5' },
  good: { outline: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11Z', sign: 'M5.4 8.2l1.8 1.8 3.4-3.8' },
  warn: { outline: 'M8 2.2 14.2 13H1.8Z', sign: 'M8 6.2v3.2M8 11.2v.2' },
  bad: { outline: 'M5.5 2.2h5l3.3 3.3v5l-3.3 3.3h-5l-3.3-3.3v-5Z', sign: 'M6 6l4 4M10 6l-4 4' },
  pending: { outline: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11Z', sign: 'M8 5v3.2l2 1.3' },
};

export function ToneMark({ tone, size = 14 }: { readonly tone: Tone; readonly size?: number }) {
  const shape = TONE_SHAPE[tone];
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className={`shrink-0 ${TONE_TEXT[tone]}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={shape.outline} />
      <path d={shape.sign} />
    </svg>
  );
}

/** A short phrase with its tone's shape and colour. */
export function ToneText({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`inline-flex items-start gap-1.5 ${TONE_TEXT[tone]}`}>
      <span className="mt-[3px]">
        <ToneMark tone={tone} />
      </span>
      <span className="min-w-0 break-words">{children}</span>
    </span>
  );
}

/** The same in a washed box, for one fact that heads a page or a card. */
export function ToneBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-[5px] px-2 py-0.5 font-[550] ${TONE_TEXT[tone]} ${TONE_WASH[tone]}`}
    >
      <ToneMark tone={tone} />
      <span className="min-w-0 break-words">{children}</span>
    </span>
  );
}
