import proto from '@temporalio/proto';
import type protobuf from 'protobufjs';

/** Descriptor of `temporal.api.history.v1.HistoryEvent`, by which events are walked field by field. */
export const HISTORY_EVENT = lookupRoot().lookupType('temporal.api.history.v1.HistoryEvent');

/** Descriptor of `temporal.api.history.v1.History`. */
export const HISTORY = lookupRoot().lookupType('temporal.api.history.v1.History');

/** Every event type that this version knows, as events name it: `TIMER_FIRED`. */
export const EVENT_TYPES: ReadonlySet<string> = new Set(
  Object.keys(lookupRoot().lookupEnum('temporal.api.enums.v1.EventType').values).map((name) =>
    name.replace(/^EVENT_TYPE_/, ''),
  ),
);

/** Full name of `google.protobuf.Timestamp`, as descriptors give it. */
export const TIMESTAMP = '.google.protobuf.Timestamp';

/** Full name of `google.protobuf.Duration`, as descriptors give it. */
export const DURATION = '.google.protobuf.Duration';

// The package exports a protobufjs Root, which its declarations do not say.
function lookupRoot(): protobuf.NamespaceBase {
  const root: unknown = proto;
  // Until then every field of a type that was not used yet counts as one that knows whether it was set, and events would keep defaults.
  if (isRoot(root)) return root.resolveAll();
  throw new Error('@temporalio/proto no longer exports its descriptors');
}

function isRoot(value: unknown): value is protobuf.Root {
  return typeof value === 'object' && value !== null && 'lookupType' in value && 'nestedArray' in value;
}
