import { member, numberMember, objectMember, textMember } from '../../base/json-members.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { ACTIVITY, TICK_TIMER } from './names-v1.ts';

/**
 * The agent's own tick number, where an event names one: the timer that waits for it, or the first look at the market when no timer is
 * used. A run begins with discovery (tick 0), or after the last tick that the run before it carried over.
 */
export function opensTick(
  event: DecodedEvent,
): { readonly tick: number; readonly label: string } | undefined {
  const tick = findTickNumber(event);
  if (tick === undefined || !Number.isSafeInteger(tick) || tick < 0) return undefined;
  return { tick, label: tick === 0 ? 'discovery' : `tick ${tick}` };
}

function findTickNumber({ eventType, attributes, summary }: DecodedEvent): number | undefined {
  switch (eventType) {
    case 'WORKFLOW_EXECUTION_STARTED': {
      const carried = numberMember(objectMember(firstInput(attributes), 'carried'), 'tick');
      return carried === undefined ? 0 : carried + 1;
    }
    case 'TIMER_STARTED': {
      const [, digits] = TICK_TIMER.exec(summary ?? '') ?? [];
      return digits === undefined ? undefined : Number(digits);
    }
    case 'ACTIVITY_TASK_SCHEDULED': {
      const name = textMember(member(attributes, 'activityType'), 'name');
      return name === ACTIVITY.market ? numberMember(firstInput(attributes), 'tick') : undefined;
    }
    default:
      return undefined;
  }
}

function firstInput(attributes: DecodedEvent['attributes']) {
  const input = member(attributes, 'input');
  return Array.isArray(input) ? input[0] : undefined;
}
