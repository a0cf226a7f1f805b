/** Line icons in a 16 × 16 box, by what they look like or stand for in any domain. */
export const ICON_PATHS = {
  data: 'M2.5 13.5v-4m3.7 4v-8m3.6 8V8m3.7 5.5v-11',
  spark: 'M8 1.8 9.5 6.5 14.2 8 9.5 9.5 8 14.2 6.5 9.5 1.8 8 6.5 6.5Z',
  tool: 'M10.2 2.3a3.6 3.6 0 0 0-3.6 4.9L2.4 11.4a1.5 1.5 0 0 0 2.2 2.2l4.2-4.2a3.6 3.6 0 0 0 4.7-4.6L11.3 7 9 6.9 8.9 4.6 11 2.4a3 3 0 0 0-.8-.1Z',
  shield: 'M8 1.8 13.2 4v3.6c0 3-2.1 5.4-5.2 6.6-3.1-1.2-5.2-3.6-5.2-6.6V4Z',
  person: 'M8 2.2a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 0 0 0-5.4ZM2.8 13.8c.3-2.6 2.4-4 5.2-4s4.9 1.4 5.2 4',
  send: 'M14 2 7 9M14 2 9.6 14 7 9 2 6.4Z',
  mail: 'M2 4h12v8.5H2ZM2 4.5l6 4.7 6-4.7',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2.8V8l2.2 1.6',
  branch: 'M4 2.5v11M4 8h4.5A3.5 3.5 0 0 0 12 4.5V2.5M10 4.3l2-2 2 2',
  flag: 'M3.5 14V2.5h8.8l-2 3 2 3H3.5',
  gear: 'M8 5.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 0 0 0-5.2ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4',
  bolt: 'M9 1.8 3.2 9H8l-1 5.2L12.8 7H8Z',
  cross: 'm3.5 3.5 9 9m0-9-9 9',
  node: 'M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6Z',
} as const;
export type IconName = keyof typeof ICON_PATHS;

export function Icon({ name, size = 14 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className="shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
