import { toCanonicalJson } from '../base/canonical-json.ts';
import { redactEvent } from '../base/redact-event.ts';
import type { Redactions } from '../base/redactions.ts';
import type { JsonObject } from '../model/history-event.ts';

/** Rewrites the texts of events without their secrets, and counts those that it had to change. */
type Redacting = {
  readonly rewrite: (canonical: string) => string;
  readonly changedCount: () => number;
};

/** For one export. */
export function createRedacting(rules: Redactions): Redacting {
  let changed = 0;
  return {
    changedCount: () => changed,
    rewrite: (canonical) => {
      const event: JsonObject = JSON.parse(canonical);
      const redacted = redactEvent(event, rules);
      if (redacted === event) return canonical;
      changed += 1;
      return toCanonicalJson(redacted);
    },
  };
}
