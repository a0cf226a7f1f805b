import type { DecodedEvent } from '../model/history-event.ts';
import { member, textMember } from './json-members.ts';
import { toMarkerSubject } from './marker-subject.ts';

/** Name that an event gives to its subject. Absent when: another event of the subject has it. Hostile text of any length. */
export function findSubjectName(event: DecodedEvent): string | undefined {
  const { eventType, attributes, summary } = event;
  switch (eventType) {
    case 'ACTIVITY_TASK_SCHEDULED':
      return textMember(member(attributes, 'activityType'), 'name') ?? 'unnamed';
    case 'TIMER_STARTED':
      return summary ?? textMember(attributes, 'timerId') ?? 'unnamed';
    case 'START_CHILD_WORKFLOW_EXECUTION_INITIATED':
      return textMember(attributes, 'workflowId') ?? 'unnamed';
    case 'NEXUS_OPERATION_SCHEDULED':
      return textMember(attributes, 'operation') ?? 'unnamed';
    case 'SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED':
    case 'WORKFLOW_EXECUTION_SIGNALED':
      return textMember(attributes, 'signalName') ?? 'unnamed';
    case 'REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED':
      return textMember(member(attributes, 'workflowExecution'), 'workflowId') ?? 'unnamed';
    case 'MARKER_RECORDED':
      return toMarkerSubject(event).name;
    case 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED':
    case 'WORKFLOW_EXECUTION_UPDATE_ADMITTED':
    case 'WORKFLOW_EXECUTION_UPDATE_REJECTED':
      return findUpdateName(event);
    case 'WORKFLOW_PROPERTIES_MODIFIED':
      return listKeys(member(member(attributes, 'upsertedMemo'), 'fields'));
    case 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES':
      return listKeys(member(member(attributes, 'searchAttributes'), 'indexedFields'));
    default:
      return undefined;
  }
}

function findUpdateName({ attributes }: DecodedEvent): string {
  const request = ['acceptedRequest', 'request', 'rejectedRequest'].find(
    (key) => member(attributes, key) !== undefined,
  );
  const input = member(request === undefined ? undefined : member(attributes, request), 'input');
  return textMember(input, 'name') ?? textMember(attributes, 'protocolInstanceId') ?? 'without a name';
}

function listKeys(fields: DecodedEvent['attributes'][string] | undefined): string {
  return Object.keys(Object(fields ?? {})).join(', ');
}
