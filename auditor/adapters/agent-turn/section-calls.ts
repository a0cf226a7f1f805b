import type { AnswerSection, Statement } from '../../model/answer.ts';
import type { ModelCall, ModelItem } from '../../model/model-call.ts';
import { toCount } from '../count-words.ts';
import { toExcerpt } from '../excerpt.ts';
import { citePlace } from '../model-facts.ts';
import { toCallStatement, toToolStatement } from '../model-statements.ts';
import { FURTHEST_BACK, findInputChanges } from './input-changes.ts';
import type { Turn } from './read-turn.ts';

/** Each call of a model: what it was shown, what was new in it, what it asked for and said. Absent when: no model was called. */
export function toCallsSection(turn: Turn): AnswerSection | undefined {
  const { modelCalls } = turn.span;
  if (modelCalls.length === 0) return undefined;
  const told = new Set(turn.tools.flat().flatMap(({ told: result }) => result ?? []));
  const statements = modelCalls.flatMap((call, index) => toStatements(turn, told, { call, index }));
  return { id: 'model', title: 'What the model said', statements };
}

type CallAt = { readonly call: ModelCall; readonly index: number };

function toStatements(
  { run, span, tools }: Turn,
  told: ReadonlySet<ModelItem>,
  { call, index }: CallAt,
): readonly Statement[] {
  const { runId } = run;
  const earlier = span.modelCalls.slice(Math.max(0, index - FURTHEST_BACK), index);
  return [
    toCallStatement(runId, call),
    ...toNewsStatements(runId, call, earlier, told),
    ...toReasoning(runId, call),
    ...(tools[index] ?? []).flatMap((tool) => [
      toToolStatement(runId, tool),
      ...(isHandoff(call, tool.toolCall.name) ? [toHandoff(runId, call, tool.toolCall)] : []),
    ]),
    ...toSaid(runId, call),
  ];
}

/** What a reader has not seen yet: the last message, and how much else is new. Results of tools stand with the tools. */
function toNewsStatements(
  runId: string,
  call: ModelCall,
  earlier: readonly ModelCall[],
  told: ReadonlySet<ModelItem>,
): readonly Statement[] {
  const { added, before, dropped } = findInputChanges(call, earlier);
  const message = added.findLast((item) => item.kind === 'message');
  const others = added.filter((item) => item !== message && !told.has(item));
  return [
    ...(message?.kind === 'message' ? [toMessage(runId, message, before !== undefined)] : []),
    ...(before && others.length > 0 ? [toOthers(runId, others)] : []),
    ...toDropped(runId, call, dropped),
    ...(before ? toNewInstructions(runId, call, before) : []),
  ];
}

type Message = Extract<ModelItem, { kind: 'message' }>;

function toMessage(runId: string, { role, text, place }: Message, isNew: boolean): Statement {
  const from = toExcerpt(role, place.event.eventId, 40);
  return {
    text: isNew
      ? `New since the call before, a message (${from}):`
      : `The last message that it was shown (${from}):`,
    quote: toExcerpt(text, place.event.eventId),
    citations: [citePlace(runId, place)],
  };
}

function toOthers(runId: string, items: readonly ModelItem[]): Statement {
  const counts = [...Map.groupBy(items, ({ kind }) => kind)].map(([kind, some]) =>
    toCount(some.length, kind.replace('-', ' ')),
  );
  return {
    text: `Also new to it since the call before: ${counts.join(', ')}.`,
    citations: items.map(({ place }) => citePlace(runId, place)),
  };
}

function toDropped(runId: string, { inputPlace }: ModelCall, dropped: number): readonly Statement[] {
  if (dropped === 0 || !inputPlace) return [];
  const text = `${toCount(dropped, 'message')} of the call before ${dropped === 1 ? 'was' : 'were'} not shown again.`;
  return [{ text, citations: [citePlace(runId, inputPlace)] }];
}

function toNewInstructions(runId: string, call: ModelCall, before: ModelCall): readonly Statement[] {
  const { systemInstructions } = call;
  if (!systemInstructions || systemInstructions.text === before.systemInstructions?.text) return [];
  return [
    {
      text: 'Its instructions are not those of the call before:',
      quote: toExcerpt(systemInstructions.text, systemInstructions.place.event.eventId),
      citations: [citePlace(runId, systemInstructions.place)],
    },
  ];
}

function toReasoning(runId: string, { outputItems }: ModelCall): readonly Statement[] {
  return outputItems.flatMap((item) =>
    item.kind === 'reasoning' && item.text !== ''
      ? [
          {
            text: 'It stated as its reasoning (its own words, not proof of cause):',
            quote: toExcerpt(item.text, item.place.event.eventId),
            citations: [citePlace(runId, item.place)],
          },
        ]
      : [],
  );
}

function isHandoff({ toolsOffered }: ModelCall, name: string): boolean {
  return toolsOffered.some((offer) => offer.kind === 'handoff' && offer.name === name);
}

function toHandoff(
  runId: string,
  call: ModelCall,
  { name, place }: ModelCall['toolCalls'][number],
): Statement {
  const offer = call.toolsOffered.find((one) => one.name === name);
  return {
    text: `${toExcerpt(name, place.event.eventId, 60)} was offered to it as a handoff to another agent.`,
    citations: [citePlace(runId, place), ...(offer ? [citePlace(runId, offer.place)] : [])],
  };
}

function toSaid(runId: string, { outputText }: ModelCall): readonly Statement[] {
  if (!outputText) return [];
  const quote = toExcerpt(outputText.text, outputText.place.event.eventId, 1000);
  return [{ text: 'It said (its own words):', quote, citations: [citePlace(runId, outputText.place)] }];
}
