import type { Activity } from '../model/activity.ts';
import type { Json } from '../model/history-event.ts';
import type { ToolCall, ToolRun } from '../model/model-call.ts';
import { compareArguments, type Likeness } from './compare-arguments.ts';

/** Between which events, both left out, a tool must have been scheduled. */
type Window = { readonly from: number; readonly to: number };

type Candidate = {
  readonly activity: Activity;
  /** Absent when: the framework does not hand the model's call id on. */
  readonly callId?: string;
  /** Empty when: not recorded. */
  readonly input: readonly Json[];
};

/** Activities that may be runs of a model's tools; each is given out once. */
export class ToolCandidates {
  private readonly byName = new Map<string, Candidate[]>();
  private readonly nexus: Candidate[] = [];
  private readonly used = new Set<Activity>();

  constructor(activities: readonly Activity[], toolRuns: readonly ToolRun[]) {
    const runs = new Map(toolRuns.map((run) => [run.activity, run]));
    for (const activity of activities) {
      const run = runs.get(activity);
      const candidate = {
        activity,
        ...(run?.callId ? { callId: run.callId } : {}),
        input: run ? (run.arguments ? [run.arguments.value] : []) : activity.input,
      };
      // An activity that runs a tool may have another name and say the tool's in its summary.
      const names = run ? [run.toolName] : [activity.activityType, activity.scheduled.summary];
      for (const name of new Set(names)) {
        if (name !== undefined) this.add(name, candidate);
      }
      if (activity.kind === 'nexus-operation') this.nexus.push(candidate);
    }
  }

  /** The best for each of one call's tools: by id, then by equal arguments, then by arguments that were completed, then by order. */
  take(toolCalls: readonly ToolCall[], window: Window): ReadonlyMap<ToolCall, Activity> {
    const found = new Map<ToolCall, Activity>();
    const choose = (toolCall: ToolCall, candidate: Candidate | undefined): void => {
      if (!candidate) return;
      found.set(toolCall, candidate.activity);
      this.used.add(candidate.activity);
    };
    const left = () => toolCalls.filter((toolCall) => !found.has(toolCall));
    for (const toolCall of left()) {
      choose(
        toolCall,
        this.list(toolCall, window).find(({ callId }) => callId === toolCall.id),
      );
    }
    for (const likeness of ['same', 'completed'] as const) {
      for (const toolCall of left()) choose(toolCall, this.findLike(toolCall, window, likeness));
    }
    // The name of a Nexus operation and that of the tool are chosen apart.
    for (const toolCall of left()) choose(toolCall, this.findNexus(toolCall, window));
    for (const [toolCall, candidate] of this.pairInOrder(left(), window)) choose(toolCall, candidate);
    return found;
  }

  private add(name: string, candidate: Candidate): void {
    const known = this.byName.get(name);
    if (known) known.push(candidate);
    else this.byName.set(name, [candidate]);
  }

  private list({ name }: ToolCall, window: Window): readonly Candidate[] {
    return this.listFree(this.byName.get(name) ?? [], window);
  }

  private listFree(candidates: readonly Candidate[], { from, to }: Window): readonly Candidate[] {
    const free: Candidate[] = [];
    for (let at = findAfter(candidates, from); at < candidates.length; at += 1) {
      const candidate = candidates[at];
      if (!candidate || candidate.activity.scheduled.eventId >= to) break;
      if (!this.used.has(candidate.activity)) free.push(candidate);
    }
    return free;
  }

  private findLike(toolCall: ToolCall, window: Window, likeness: Likeness): Candidate | undefined {
    return this.list(toolCall, window).find(
      (candidate) =>
        !hasOtherId(candidate, toolCall) &&
        compareArguments(candidate.input, toolCall.arguments) === likeness,
    );
  }

  private findNexus(toolCall: ToolCall, window: Window): Candidate | undefined {
    return this.listFree(this.nexus, window).find(
      ({ input }) => compareArguments(input, toolCall.arguments) === 'same',
    );
  }

  /** Arguments may be changed on the way, or not be recorded: then as many runs as calls of that name belong together in order. */
  private pairInOrder(toolCalls: readonly ToolCall[], window: Window) {
    return [...Map.groupBy(toolCalls, ({ name }) => name).values()].flatMap((alike) => {
      const [first] = alike;
      const free = first ? this.list(first, window) : [];
      if (free.length !== alike.length) return [];
      return alike.flatMap((toolCall, index) => {
        const candidate = free[index];
        if (!candidate || hasOtherId(candidate, toolCall)) return [];
        const likeness = compareArguments(candidate.input, toolCall.arguments);
        return likeness === 'other' ? [] : [[toolCall, candidate] as const];
      });
    });
  }
}

function hasOtherId({ callId }: Candidate, { id }: ToolCall): boolean {
  return callId !== undefined && id !== '' && callId !== id;
}

/** Candidates are in the order of their events: a run may have many thousands of the same name. */
function findAfter(candidates: readonly Candidate[], eventId: number): number {
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((candidates[middle]?.activity.scheduled.eventId ?? 0) > eventId) high = middle;
    else low = middle + 1;
  }
  return low;
}
