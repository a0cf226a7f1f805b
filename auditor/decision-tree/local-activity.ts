import { listMember, member, textMember } from '../base/json-members.ts';
import { toMarkerSubject } from '../base/marker-subject.ts';
import { toRecordedFailure } from '../base/recorded-failure.ts';
import type { Activity } from '../model/activity.ts';
import type { DecodedEvent } from '../model/history-event.ts';

/**
 * A local activity: one marker holds all that is recorded of it, which is no input.
 *
 * Absent when: the event is another marker, or none.
 */
export function toLocalActivity(event: DecodedEvent): Activity | undefined {
  if (event.eventType !== 'MARKER_RECORDED') return undefined;
  const { kind, name, attempt } = toMarkerSubject(event);
  if (kind !== 'local-activity') return undefined;
  const failure = toRecordedFailure(member(event.attributes, 'failure'));
  const details = member(event.attributes, 'details');
  const [data] = listMember(details, 'data');
  const result = listMember(details, 'result');
  return {
    ...{ kind: 'local-activity', activityType: name, input: [] },
    activityId: textMember(data, 'activity_id') ?? textMember(data, 'ActivityID') ?? '',
    ...{ scheduled: event, started: event, closed: event },
    outcome: failure ? 'failed' : 'completed',
    ...(failure ? { failure } : { result }),
    ...(attempt === undefined ? {} : { attempt }),
  };
}
