import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeEvent } from '../base/decode-event.ts';
import { isJsonList, member } from '../base/json-members.ts';
import { readHistoryFile } from '../history/read-history-file.ts';
import { toRun } from '../history/to-run.ts';
import type { Citation } from '../model/citation.ts';
import type { Decision } from '../model/decision.ts';
import type { HistoryEvent, Json, JsonObject } from '../model/history-event.ts';
import type { Run } from '../model/run.ts';
import { deriveByPages } from './_recorded/derive-by-pages.ts';
import { type ToldTick, tellTicks } from './_recorded/tell-ticks.ts';
import { createUnderstanding } from './all-adapters.ts';
import { genericAdapter } from './generic.ts';

const { adapterFor: choose } = createUnderstanding();
const adapterFor = (run: Run) => choose(run, { hasModelCalls: false });
const agentTurns = choose({ workflowType: '' }, { hasModelCalls: true });

const FOLDER = fileURLToPath(new URL('../../replay-fixtures/histories/', import.meta.url));
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.history.json'));

type Recording = {
  readonly run: Run;
  readonly jsons: readonly JsonObject[];
  readonly events: readonly HistoryEvent[];
};

function read(file: string): Recording {
  const { events } = readHistoryFile(`${FOLDER}${file}`);
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) throw new Error(`${file} is empty`);
  const run = toRun({ namespace: 'default', workflowId: 'w', runId: 'r' }, 'file', first.event, last.event);
  return {
    run,
    events: events.map(({ event }) => event),
    jsons: events.map(({ canonical }): JsonObject => JSON.parse(canonical)),
  };
}

function listCitations(ticks: readonly ToldTick[]): readonly Citation[] {
  const ofNode = (node: Decision): readonly Citation[] => [
    ...node.citations,
    ...node.facts.map((fact) => fact.citation),
    ...node.children.flatMap(ofNode),
  ];
  return ticks.flatMap(({ tick: { tree, answer } }) => [
    ...tree.flatMap(ofNode),
    ...answer.headline.flatMap((statement) => statement.citations),
    ...answer.sections.flatMap(({ statements, table }) => [
      ...statements.flatMap((statement) => statement.citations),
      ...(table?.rows.flatMap((row) => row.citations) ?? []),
    ]),
  ]);
}

function listUncited(ticks: readonly ToldTick[]) {
  return ticks.flatMap(({ tick: { tree, answer } }) => {
    const sentences = [...answer.headline, ...answer.sections.flatMap(({ statements }) => statements)];
    return [...sentences, ...tree].filter(({ citations }) => citations.length === 0);
  });
}

function resolve(event: JsonObject | undefined, pointer: string): Json | undefined {
  let found: Json | undefined = event && decodeEvent(event);
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    found = isJsonList(found) ? found[Number(key)] : member(found, key);
  }
  return found;
}

describe.each(FILES)('%s', (file) => {
  const recording = read(file);
  const { run, events, jsons } = recording;
  const ticks = tellTicks({ run, adapter: adapterFor(run), carry: undefined, events });

  test('every event belongs to exactly one tick, in order', () => {
    const spans = ticks.map(({ tick }) => [tick.firstEventId, tick.lastEventId]);
    expect(spans.map(([first]) => first)).toEqual([1, ...spans.slice(0, -1).map(([, last = 0]) => last + 1)]);
    expect(spans.at(-1)?.[1]).toBe(events.length);
  });

  test('every citation leads to a value in the record', () => {
    const citations = listCitations(ticks);
    const broken = citations.filter(
      ({ eventId, pointer = '' }) => resolve(jsons[eventId - 1], pointer) === undefined,
    );
    expect(citations.length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });

  test('every sentence and every node cites', () => {
    expect(listUncited(ticks)).toEqual([]);
  });

  test('node ids are unique and stable', () => {
    const toIds = (node: Decision): readonly string[] => [node.id, ...node.children.flatMap(toIds)];
    const ids = ticks.flatMap(({ tick }) => tick.tree.flatMap(toIds));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('page by page gives the same as at once', () => {
    expect(deriveByPages({ run, adapter: adapterFor(run), events })).toEqual(ticks);
    expect(deriveByPages({ run, adapter: adapterFor(run), events, pageLength: 7 })).toEqual(ticks);
  });

  test.each([genericAdapter, agentTurns])('$name reads it too, page by page as at once', (adapter) => {
    const atOnce = tellTicks({ run, adapter, carry: undefined, events });
    expect(deriveByPages({ run, adapter, events, pageLength: 5 })).toEqual(atOnce);
    expect(
      listCitations(atOnce).filter(
        ({ eventId, pointer = '' }) => resolve(jsons[eventId - 1], pointer) === undefined,
      ),
    ).toEqual([]);
    expect(listUncited(atOnce)).toEqual([]);
  });
});
