import type { JsonObject } from '../../model/history-event.ts';
import type { Feature } from '../rewrite-event.ts';

/** What a form is told by: where the events stand, what stands beside them, and in what they differ from canonical JSON. */
export type JsonShape = {
  readonly place: string;
  readonly envelope: JsonObject;
  readonly firstEvent: JsonObject;
  readonly features: ReadonlySet<Feature>;
};

/** A form in which tools write histories as JSON. */
export type JsonFormat = {
  /** Kept with the run. */
  readonly name: string;
  /** For reports: what it is, and who writes it. */
  readonly title: string;
  readonly recognise: (shape: JsonShape) => boolean;
  /** Why a replay cannot use it. Absent when: its values are those that the server stored. */
  readonly viewOnly?: string;
  /** What must happen to an event before its fields are looked at. Absent when: nothing. */
  readonly prepare?: (event: JsonObject) => JsonObject;
};
