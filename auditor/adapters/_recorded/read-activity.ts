import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type { Place } from '../../model/model-call.ts';

/** An activity with one argument and, where given, a result. */
export function writeActivity(activityType: string, input: Json, result?: Json): Activity {
  const history = new HistoryWriter();
  if (result === undefined) history.schedule(activityType, input);
  else history.activity(activityType, input, { result });
  const [activity] = pairActivities(history.events.map(toDecodedEvent));
  if (!activity) throw new Error('no activity was written');
  return activity;
}

/** A place to read from, of which only the path matters. */
export function toPlaceOf(activity: Activity, ...path: readonly (string | number)[]): Place {
  return { event: activity.scheduled, path };
}
