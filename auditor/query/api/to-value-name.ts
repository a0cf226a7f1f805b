import { TickscopeError } from '../../base/tickscope-error.ts';
import type { TickName } from '../get-tick.ts';
import type { ValueName } from '../trace-value.ts';

/** Either way to name a value of a tick. Throws: TickscopeError `wrong-usage` for neither, and for both. */
export function toValueName({
  fact,
  eventId,
  pointer,
  ...tick
}: TickName & {
  readonly fact?: string | undefined;
  readonly eventId?: number | undefined;
  readonly pointer?: string | undefined;
}): ValueName {
  const isBoth = fact !== undefined && (eventId !== undefined || pointer !== undefined);
  if (isBoth)
    throw new TickscopeError('wrong-usage', 'Name the value by fact, or by eventId with pointer, not both.');
  if (fact !== undefined) return { ...tick, fact };
  if (eventId !== undefined && pointer !== undefined) return { ...tick, eventId, pointer };
  throw new TickscopeError('wrong-usage', 'Name the value: by fact, or by eventId with pointer.');
}
