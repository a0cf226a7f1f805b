import type { TickConclusion } from '../../model/adapter.ts';
import type { ModelCall } from '../../model/model-call.ts';
import { toExcerpt } from '../excerpt.ts';
import { endsRun } from '../generic-roles.ts';
import { toEventWords } from '../generic-words.ts';
import { toModelOutcome } from '../model-node.ts';
import { findModelName } from '../model-statements.ts';
import type { Turn } from './read-turn.ts';

type Outcome = Pick<TickConclusion, 'outcome' | 'tone'>;

/** What the turn came to, in one phrase. */
export function toTurnOutcome(turn: Turn): Outcome {
  const { ended, decided, nameOf, span } = turn;
  const [end] = ended;
  if (end) return { outcome: toEventWords(end, nameOf).text, tone: 'bad' };
  const closing = decided.find(endsRun);
  if (!closing) return toCallOutcome(turn);
  const { text, tone } = toEventWords(closing, nameOf);
  if (tone === 'bad' || span.modelCalls.length === 0) return { outcome: text, tone };
  return { outcome: `${toCallOutcome(turn).outcome}, ${text}`, tone };
}

function toCallOutcome(turn: Turn): Outcome {
  const { span } = turn;
  const open = span.modelCalls.filter(({ activity }) => activity.outcome === 'pending');
  const [calling] = open;
  if (calling) {
    const count = open.length > 1 ? ` (${open.length} calls)` : '';
    return { outcome: `calling ${findModelName(calling) ?? 'the model'}${count}`, tone: 'pending' };
  }
  const last = span.modelCalls.at(-1);
  if (!last) return { outcome: 'no model call', tone: span.status === 'open' ? 'pending' : 'neutral' };
  if (last.activity.outcome === 'canceled') return { outcome: 'model call cancelled', tone: 'warn' };
  if (last.activity.outcome !== 'completed') return toFailure(last);
  const running = findRunning(turn);
  if (running) return { outcome: `running ${running}`, tone: 'pending' };
  return { outcome: toModelOutcome(last), tone: 'neutral' };
}

function toFailure({ errorType, activity }: ModelCall): Outcome {
  const why = errorType === undefined ? '' : `: ${toExcerpt(errorType, activity.scheduled.eventId, 60)}`;
  return { outcome: `model call failed${why}`, tone: 'bad' };
}

/** A tool or another activity that has no outcome yet. */
function findRunning({ tools, otherActivities }: Turn): string | undefined {
  const activities = [...tools.flat().flatMap(({ activity }) => activity ?? []), ...otherActivities];
  const running = activities.find(({ outcome }) => outcome === 'pending');
  return running && toExcerpt(running.activityType, running.scheduled.eventId, 60);
}
