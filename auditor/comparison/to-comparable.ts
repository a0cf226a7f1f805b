import { cite } from '../base/cite.ts';
import type { Activity } from '../model/activity.ts';
import type { TickSpan, TickStory } from '../model/adapter.ts';
import type { Citation } from '../model/citation.ts';
import type { Decision } from '../model/decision.ts';
import type { DecodedEvent, Json } from '../model/history-event.ts';
import type { ModelCall, ModelItem } from '../model/model-call.ts';
import { isIgnoredKey } from './ignored-keys.ts';

/** One thing of a tick that can be compared with the same thing of another: a text or a value. */
export type Comparable = { readonly citations: readonly Citation[] } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: Json }
);

/** A tick as it is compared: by names, in the order in which things happened. */
export type ComparableTick = ReadonlyMap<string, Comparable>;

/** What a tick was shown, said and did. Times, attempts and workers are not in it: two runs never share them. */
export function toComparable(runId: string, span: TickSpan, { tree }: TickStory): ComparableTick {
  const parts: [string, Comparable][] = [];
  const ordinals = new Map<string, number>();
  const numbered = (name: string): string => {
    const ordinal = (ordinals.get(name) ?? 0) + 1;
    ordinals.set(name, ordinal);
    return `${name} ${ordinal}`;
  };
  const models = new Map(span.modelCalls.map((call) => [call.activity.scheduled.eventId, call]));
  for (const event of span.events) parts.push(...toStimulus(runId, event, numbered));
  for (const activity of span.activities) {
    const call = models.get(activity.scheduled.eventId);
    parts.push(
      ...(call
        ? toModelParts(runId, call, numbered('model call'))
        : toActivityParts(runId, activity, numbered)),
    );
  }
  for (const node of tree) parts.push(...toNodeParts(node, numbered));
  return new Map(parts);
}

type Numbered = (name: string) => string;
type Parts = readonly [string, Comparable][];

const OUTSIDE: Readonly<Record<string, string>> = {
  WORKFLOW_EXECUTION_STARTED: 'workflow input',
  WORKFLOW_EXECUTION_SIGNALED: 'signal',
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: 'update',
};

function toStimulus(runId: string, event: DecodedEvent, numbered: Numbered): Parts {
  const name = OUTSIDE[event.eventType];
  if (name === undefined) return [];
  const { input, signalName, acceptedRequest } = event.attributes;
  const value: Json = { name: signalName ?? null, input: input ?? acceptedRequest ?? null };
  return [[numbered(name), { kind: 'value', value, citations: [cite(runId, event)] }]];
}

function toModelParts(runId: string, call: ModelCall, name: string): Parts {
  const { activity, systemInstructions, inputItems, outputItems, toolsOffered, parameters } = call;
  const shown = [cite(runId, activity.scheduled)];
  const said = activity.closed ? [cite(runId, activity.closed)] : shown;
  const value = (json: Json, citations: readonly Citation[]): Comparable => ({
    kind: 'value',
    value: json,
    citations,
  });
  return [
    [`${name}, model`, value(call.requestModel ?? null, shown)],
    [`${name}, instructions`, { kind: 'text', text: systemInstructions?.text ?? '', citations: shown }],
    ...inputItems.map((item, at): [string, Comparable] => [
      `${name}, message ${at + 1}`,
      toItem(item, shown),
    ]),
    [
      `${name}, tools offered`,
      value(
        toolsOffered.map((offer) => offer.name),
        shown,
      ),
    ],
    [`${name}, parameters`, value(parameters?.value ?? null, shown)],
    ...outputItems.map((item, at): [string, Comparable] => [`${name}, answer ${at + 1}`, toItem(item, said)]),
    [`${name}, outcome`, value(activity.outcome, said)],
  ];
}

function toItem(item: ModelItem, citations: readonly Citation[]): Comparable {
  if (item.kind === 'tool-call') {
    const { name, arguments: given } = item.call;
    return { kind: 'value', value: { tool: name, arguments: given }, citations };
  }
  return { kind: 'text', text: item.kind === 'other' ? `(${item.type})` : item.text, citations };
}

function toActivityParts(runId: string, activity: Activity, numbered: Numbered): Parts {
  const { activityType, scheduled, closed, outcome, input, result, failure } = activity;
  const name = numbered(activityType);
  const given = [cite(runId, scheduled)];
  const answered = closed ? [cite(runId, closed)] : given;
  return [
    [`${name}, input`, { kind: 'value', value: input, citations: given }],
    [`${name}, outcome`, { kind: 'value', value: outcome, citations: answered }],
    ...(result === undefined
      ? []
      : [[`${name}, result`, { kind: 'value', value: result, citations: answered }] as [string, Comparable]]),
    ...(failure === undefined
      ? []
      : [
          [`${name}, failure`, { kind: 'text', text: failure.message, citations: answered }] as [
            string,
            Comparable,
          ],
        ]),
  ];
}

/** Nodes whose content is compared from the events themselves, and those that tell of times and workers alone. */
const SKIPPED: ReadonlySet<Decision['kind']> = new Set([
  ...([
    'model-call',
    'tool-call',
    'activity',
    'signal',
    'update',
    'interruption',
    'workflow-task',
    'timer',
  ] as const),
]);

/** How often, how long and by whom: no two runs share that. */
const APART: ReadonlySet<string> = new Set([
  'worker',
  'attempts',
  'last attempt started after',
  'last failure',
  'waited',
]);

/** What the adapter says of the tick: guardrail rules, approval, order. */
function toNodeParts(node: Decision, numbered: Numbered): Parts {
  const own = SKIPPED.has(node.kind) ? [] : toOwnParts(node, numbered);
  return [...own, ...node.children.flatMap((child) => toNodeParts(child, numbered))];
}

function toOwnParts({ kind, title, outcome, facts, citations }: Decision, numbered: Numbered): Parts {
  const name = numbered(`${kind}, ${title}`);
  const value: Json = Object.fromEntries(
    facts
      .filter(({ name }) => !APART.has(name) && !isIgnoredKey(name))
      .map((fact): [string, Json] => [fact.name, fact.value]),
  );
  return [[name, { kind: 'value', value: { outcome: outcome ?? null, ...value }, citations }]];
}
