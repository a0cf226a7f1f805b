const UNSAFE = /[^A-Za-z0-9._-]+/g;

/**
 * Name under which a history is saved: any id gives a plain name without folders.
 *
 * Shape: `<workflowId>.<runId>.history.json`, each at most 100 characters.
 */
export function toHistoryFileName(workflowId: string, runId: string): string {
  return `${toPlain(workflowId)}.${toPlain(runId)}.history.json`;
}

const toPlain = (id: string) => id.replace(UNSAFE, '_').replace(/^\.+/, '_').slice(0, 100) || '_';
