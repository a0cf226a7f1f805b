import type { DecodedEvent, Json } from '../model/history-event.ts';
import { isJsonList, member, numberMember, textMember } from './json-members.ts';

/** What a marker records: Temporal's SDKs write their own, whose names differ by language. */
type MarkerSubject = {
  readonly kind: 'local-activity' | 'marker';
  readonly purpose: 'local-activity' | 'code-path' | 'side-effect' | 'other';
  /** Activity type, id of the code path or of the side effect; the marker's own name where it is none of them. Hostile text. */
  readonly name: string;
  /** Of a code path in the SDKs that count them. Absent when: not counted. */
  readonly version?: number;
  /** Of a local activity. Absent when: not recorded. */
  readonly attempt?: number;
};

/**
 * Reads the markers of the SDKs on Temporal's Core (TypeScript, Python, .NET, Ruby: `core_…`) and of those for Go, Java and PHP.
 *
 * Source: sdk-core `protos/local/temporal/sdk/core/external_data`, sdk-go `internal/internal_event_handlers.go`, sdk-java `VersionMarkerUtils`
 * and `LocalActivityMarkerUtils`.
 */
export function toMarkerSubject({ attributes }: DecodedEvent): MarkerSubject {
  const markerName = textMember(attributes, 'markerName') ?? 'unnamed';
  const details = member(attributes, 'details');
  switch (markerName) {
    case 'core_local_activity':
    case 'LocalActivity':
      return toLocalActivity(details);
    case 'core_patch':
    case 'Version':
      return toCodePath(details);
    case 'SideEffect':
    case 'MutableSideEffect':
      return { kind: 'marker', purpose: 'side-effect', name: toSideEffectName(markerName, details) };
    default:
      return { kind: 'marker', purpose: 'other', name: markerName };
  }
}

function toLocalActivity(details: Json | undefined): MarkerSubject {
  const data = toFirst(member(details, 'data'));
  const name =
    textMember(data, 'activity_type') ??
    textMember(data, 'ActivityType') ??
    toText(toFirst(member(details, 'type')));
  const attempt = numberMember(data, 'attempt') ?? numberMember(data, 'Attempt');
  return {
    kind: 'local-activity',
    purpose: 'local-activity',
    name: name ?? 'unnamed local activity',
    ...(attempt === undefined ? {} : { attempt }),
  };
}

function toCodePath(details: Json | undefined): MarkerSubject {
  const patch = toFirst(member(details, 'patch-data'));
  const id =
    textMember(patch, 'id') ??
    toText(toFirst(member(details, 'change-id'))) ??
    toText(toFirst(member(details, 'changeId')));
  const version = toFirst(member(details, 'version'));
  return {
    kind: 'marker',
    purpose: 'code-path',
    name: id ?? 'unnamed',
    ...(typeof version === 'number' ? { version } : {}),
  };
}

function toSideEffectName(markerName: string, details: Json | undefined): string {
  const id = toFirst(member(details, 'side-effect-id')) ?? toFirst(member(details, 'id'));
  return typeof id === 'string' || typeof id === 'number' ? String(id) : markerName;
}

/** Details of a marker are lists of payloads; those that hold one value are read by it. */
const toFirst = (value: Json | undefined): Json | undefined => (isJsonList(value) ? value[0] : value);

const toText = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
