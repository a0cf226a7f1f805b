import { isJsonList, textMember } from '../base/json-members.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { EventCollector } from './collect-events.ts';
import { JSON_FORMATS } from './formats/all-formats.ts';
import type { JsonFormat, JsonShape } from './formats/json-format.ts';
import { uiPage } from './formats/read-ui-page.ts';
import type { JsonSource } from './json-source.ts';
import type { ParsedHistory } from './parsed-history.ts';
import { type Feature, rewriteEvent } from './rewrite-event.ts';
import { walkEventJson } from './walk-json.ts';

/**
 * Reads the events of one run, in whatever form they are.
 *
 * Canonical JSON is read in one go. What turns out to be another form is looked through for what it is, rewritten and read again.
 * Throws: TickscopeError `history-invalid`.
 */
export function readJsonSource(source: JsonSource, notes: readonly string[]): ParsedHistory {
  const firstEvent = source.eventAt(0);
  const shape = { place: source.place, envelope: source.envelope, firstEvent };
  const isPage = uiPage.recognise({ ...shape, features: new Set() });
  const strict = isPage ? undefined : tryAsItIs(source);
  if (strict?.kind === 'read') {
    return finish(strict.events, { ...shape, features: toFeatures(strict.events) }, { source, notes });
  }
  const features = findFeatures(source, isPage ? uiPage : undefined);
  // Nothing foreign: what failed is damage, and what looked foreign is a field of a newer server.
  if (features.size === 0 && strict?.kind === 'failed') throw strict.error;
  const format = findFormat({ ...shape, features });
  const isShown = features.has('readable payloads') || features.has('bare payload values');
  const rewrite = { payloads: isShown ? 'as-values' : 'as-stored', features: new Set<Feature>() } as const;
  const events = collect(source, (event) => rewriteEvent(format.prepare?.(event) ?? event, rewrite));
  return finish(events, { ...shape, features }, { source, notes });
}

type Attempt =
  | { readonly kind: 'read'; readonly events: EventCollector }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'failed'; readonly error: unknown };

function tryAsItIs(source: JsonSource): Attempt {
  try {
    const events = collect(source, (event) => event);
    return events.findings.isForeign ? { kind: 'foreign' } : { kind: 'read', events };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** Times as objects are understood without rewriting; they still tell who wrote them. */
const toFeatures = ({ findings }: EventCollector): ReadonlySet<Feature> =>
  new Set(findings.manners.has('times as objects') ? ['objects for scalars'] : []);

function findFeatures(source: JsonSource, format: JsonFormat | undefined): ReadonlySet<Feature> {
  const features = new Set<Feature>();
  for (let index = 0; index < source.eventCount; index++) {
    const event = source.eventAt(index);
    try {
      rewriteEvent(format?.prepare?.(event) ?? event, { payloads: 'as-stored', features });
    } catch (error) {
      throw toEventError(error, event, index);
    }
  }
  return features;
}

function findFormat(shape: JsonShape): JsonFormat {
  const format = JSON_FORMATS.find(({ recognise }) => recognise(shape));
  if (format !== undefined) return format;
  throw new TickscopeError('not-a-history', 'has events in a form that is not known.');
}

function collect(source: JsonSource, toEvent: (event: JsonObject) => JsonObject): EventCollector {
  const events = new EventCollector();
  for (let index = 0; index < source.eventCount; index++) {
    const given = source.eventAt(index);
    try {
      events.add(walkEventJson(toEvent(given), events.findings));
    } catch (error) {
      throw toEventError(error, given, index);
    }
  }
  return events;
}

function toEventError(error: unknown, event: JsonObject, index: number): unknown {
  if (!(error instanceof TickscopeError)) return error;
  const id = event.eventId ?? event.event_id;
  const isId = typeof id === 'number' || (typeof id === 'string' && /^\d{1,15}$/.test(id));
  const which = isId ? String(id) : `number ${index + 1} of the file`;
  return new TickscopeError(error.code, `: event ${which}: ${error.message}`, { cause: error });
}

function finish(
  events: EventCollector,
  shape: JsonShape,
  from: { source: JsonSource; notes: readonly string[] },
): ParsedHistory {
  const format = findFormat(shape);
  const { envelope, inBandError } = from.source;
  // What `tickscope export` writes beside the events, so that a second import knows as much as the first.
  const viewOnly = textMember(envelope, 'viewOnly') ?? format.viewOnly;
  const more = isFilled(envelope.nextPageToken)
    ? ['one page of several: the rest of the run is missing']
    : [];
  const said = inBandError === undefined ? [] : [`the server ended it with an error: ${inBandError}`];
  const shown = shape.features.has('bare names') ? ['names alone where objects stood'] : [];
  return events.finish({
    format: format.name,
    notes: [...from.notes, ...more, ...said, ...shown],
    ...(viewOnly === undefined ? {} : { viewOnly }),
  });
}

const isFilled = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(isJsonList(value) && value.length === 0);
