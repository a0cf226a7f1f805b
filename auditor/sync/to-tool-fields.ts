import { walkFields } from '../base/walk-fields.ts';
import type { Json } from '../model/history-event.ts';
import type { DerivedRows } from '../store/write-derived.ts';
import type { FieldSummary } from '../store/write-later-answers.ts';

type ToolFieldRow = DerivedRows['toolFields'][number];

/** Which call the fields are of. */
type Call = Pick<ToolFieldRow, 'name' | 'started_at_micros' | 'model_event_id' | 'position'>;

/** A result that is a table by id would have a row for each id. */
const MOST_KEYS = 200;
const LONGEST_KEY = 100;
const LONGEST_TEXT = 200;

type Summary = { -readonly [Key in keyof Omit<FieldSummary, 'key'>]: FieldSummary[Key] };

/**
 * What stands under each key in the arguments and the result of a tool, summed up: enough to tell which calls a condition such as
 * `price>100` may hold for. The first 200 keys of a call; longer keys are left out.
 */
export function toToolFields(call: Call, values: readonly Json[]): readonly ToolFieldRow[] {
  return toFieldSummaries(values).map((summary) => ({ ...call, ...summary }));
}

/** The same, whatever the call. */
export function toFieldSummaries(values: readonly Json[]): readonly FieldSummary[] {
  const summaries = new Map<string, Summary>();
  for (const value of values) {
    for (const { keys, value: leaf } of walkFields(value)) {
      const key = keys.at(-1);
      if (key === undefined || key.length > LONGEST_KEY) continue;
      const known = summaries.get(key);
      if (known === undefined && summaries.size >= MOST_KEYS) continue;
      const summary = known ?? { lowest: null, highest: null, text: null, is_more: 0 };
      summaries.set(key, summary);
      add(summary, leaf);
    }
  }
  return [...summaries].map(([key, summary]) => ({ key, ...summary }));
}

function add(summary: Summary, value: string | number | boolean | null): void {
  if (typeof value === 'number' && !Number.isNaN(value)) {
    // What is too great for a number is the greatest: SQLite would keep an infinity, but JSON could not say it.
    const held = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
    summary.lowest = Math.min(summary.lowest ?? held, held);
    summary.highest = Math.max(summary.highest ?? held, held);
  } else if (typeof value === 'string' && value.length <= LONGEST_TEXT && (summary.text ?? value) === value) {
    summary.text = value;
  } else {
    summary.is_more = 1;
  }
}
