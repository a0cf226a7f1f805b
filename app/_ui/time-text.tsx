import { formatTimeUtc } from './format-time.ts';

/** A time in UTC: the clock time, its date on hover and for machines. `full` shows date and zone too. */
export function TimeText({ time, full = false }: { readonly time: string; readonly full?: boolean }) {
  const { date, clock } = formatTimeUtc(time);
  return (
    <time
      dateTime={time}
      title={time}
      className={`whitespace-nowrap ${full ? '[font-variant-numeric:normal]' : 'nums'}`}
    >
      {full ? `${date} ${clock} UTC` : clock}
    </time>
  );
}
