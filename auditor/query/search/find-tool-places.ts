import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import type { Candidate } from './candidate.ts';

/** A tool call's name, and where its arguments and its result stand. */
export type ToolPlaces = {
  readonly name: string;
  /** Arguments, then the result where there is one. */
  readonly values: readonly { readonly eventId: number; readonly pointer: string }[];
};

/** Only looked up for what may be shown: most candidates never are. Absent when: the candidate is no tool call. */
export function findToolPlaces(index: Index, { runPk, tool }: Candidate): ToolPlaces | undefined {
  if (tool === undefined) return undefined;
  const row = index.first(
    storeQuery
      .selectFrom('tool_call')
      .select(['name', 'arguments_event_id', 'arguments_pointer', 'result_event_id', 'result_pointer'])
      .where('run_pk', '=', runPk)
      .where('model_event_id', '=', tool.modelEventId)
      .where('position', '=', tool.position),
  );
  if (row === undefined) return undefined;
  const given = { eventId: row.arguments_event_id, pointer: row.arguments_pointer };
  const { result_event_id: eventId, result_pointer: pointer } = row;
  const values = eventId === null || pointer === null ? [given] : [given, { eventId, pointer }];
  return { name: row.name, values };
}
