import { toSubject } from '../../base/event-subject.ts';
import { textMember } from '../../base/json-members.ts';
import { findSubjectName } from '../../base/subject-name.ts';
import type { SubjectKind } from '../../base/subject-rows.ts';
import type { DecodedEvent } from '../../model/history-event.ts';

/** Follows what a turn has begun and waits for. */
type OpenWork = {
  readonly observe: (
    event: DecodedEvent,
    calls: { readonly isCall: boolean; readonly askForTools: boolean },
  ) => void;
  /** Whether the turn itself waits for the outcome that an event brings. */
  readonly isAwaited: (event: DecodedEvent) => boolean;
  /** Whether nothing is under way, and the code has seen every outcome. */
  readonly isIdle: () => boolean;
};

const WORK: ReadonlySet<SubjectKind> = new Set(['activity', 'nexus-operation', 'child']);

/** Activities that last as long as the workflow. Source: the stateful MCP servers of Temporal's agent integrations. */
const SESSION = /-server-session$/;

export function createOpenWork(): OpenWork {
  const open = new Set<number>();
  const waits = new Set<number>();
  let othersBegan = false;
  let unseen = false;
  return {
    isAwaited: (event) => {
      const { headEventId } = toSubject(event);
      return open.has(headEventId) || waits.has(headEventId);
    },
    isIdle: () => open.size === 0 && !unseen,
    observe: (event, { isCall, askForTools }) => {
      const { kind, headEventId, status } = toSubject(event);
      if (isCall) othersBegan = false;
      if (isWork(event, kind)) {
        open.add(event.eventId);
        othersBegan ||= !isCall;
      } else if (event.eventType === 'TIMER_STARTED' && askForTools && !othersBegan) {
        // A tool that sleeps leaves a timer and nothing else.
        waits.add(event.eventId);
      } else if (status !== 'pending' && open.delete(headEventId)) {
        unseen = true;
      } else if (event.eventType === 'WORKFLOW_TASK_COMPLETED') {
        unseen = false;
      }
    },
  };
}

/** Whether an event begins something whose outcome a turn waits for. */
function isWork(event: DecodedEvent, kind: SubjectKind): boolean {
  const { headEventId, status } = toSubject(event);
  if (headEventId !== event.eventId || status !== 'pending' || !WORK.has(kind)) return false;
  if (kind === 'activity') return !SESSION.test(findSubjectName(event) ?? '');
  return textMember(event.attributes, 'parentClosePolicy') !== 'PARENT_CLOSE_POLICY_ABANDON';
}
