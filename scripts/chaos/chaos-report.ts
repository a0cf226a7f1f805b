/** What `npm run chaos` found. */
export interface ChaosReport {
  readonly seed: number;
  readonly finished: boolean;
  /** How the run ended, in Temporal's words. */
  readonly status: string;
  readonly ticks: number;
  readonly plannedTicks: number;
  readonly kills: number;
  readonly plannedKills: number;
  readonly intents: number;
  readonly approvals: number;
  readonly retriedActivities: number;
  readonly expectedOrders: number;
  readonly brokerOrders: number;
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  readonly unexpected: readonly string[];
  readonly workflowPositionQty: number;
  readonly brokerPositionQty: number;
  readonly recoveryMs: { readonly median: number; readonly longest: number };
  readonly durationMs: number;
}

/** Middle and largest of some durations; 0 where there are none. */
export function toRecovery(durations: readonly number[]): ChaosReport['recoveryMs'] {
  const sorted = [...durations].sort((left, right) => left - right);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 };
}

/** What is wrong, one sentence each. Order: worst first. Empty: the promise was kept. */
export function listFaults(report: ChaosReport): readonly string[] {
  const faults: string[] = [];
  if (report.duplicated.length > 0) faults.push(`placed more than once: ${report.duplicated.join(', ')}`);
  if (report.lost.length > 0) faults.push(`lost: ${report.lost.join(', ')}`);
  if (report.unexpected.length > 0) faults.push(`placed without reason: ${report.unexpected.join(', ')}`);
  if (report.workflowPositionQty !== report.brokerPositionQty)
    faults.push(
      `the workflow holds ${report.workflowPositionQty}, the broker ${report.brokerPositionQty} shares`,
    );
  if (!report.finished)
    faults.push(`the run did not finish: tick ${report.ticks} of ${report.plannedTicks}, ${report.status}`);
  if (report.kills < report.plannedKills)
    faults.push(`only ${report.kills} of ${report.plannedKills} kills took place`);
  return faults;
}

const toSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** The report as a table. */
export function formatReport(report: ChaosReport): string {
  const rows: readonly (readonly [string, string | number])[] = [
    ['seed', report.seed],
    ['run', `${report.status} in ${toSeconds(report.durationMs)}`],
    ['ticks', `${report.ticks} of ${report.plannedTicks}`],
    ['kills of the worker (SIGKILL)', `${report.kills} of ${report.plannedKills}`],
    [
      'recovery: median, longest',
      `${toSeconds(report.recoveryMs.median)}, ${toSeconds(report.recoveryMs.longest)}`,
    ],
    ['activities tried again', report.retriedActivities],
    ['trade intents checked', report.intents],
    ['approvals asked', report.approvals],
    ['orders that the histories demand', report.expectedOrders],
    ['orders at the broker', report.brokerOrders],
    ['lost orders', report.lost.length],
    ['duplicated orders', report.duplicated.length],
    ['orders without reason', report.unexpected.length],
    ['shares held: workflow, broker', `${report.workflowPositionQty}, ${report.brokerPositionQty}`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(34)} ${value}`).join('\n');
}
