import { z } from 'zod';

/** The processes that the host runs. */
export const processNameSchema = z.enum(['temporal', 'mockoon', 'worker', 'follower']);
export type ProcessName = z.infer<typeof processNameSchema>;

const processStateSchema = z.enum([
  /** Waits for what it depends on. */
  'not-started',
  'starting',
  'ready',
  /** Died or was killed; starts again after a delay. */
  'restarting',
  /** Died too often; starts again only when asked. */
  'gave-up',
  'stopped',
]);
export type ProcessState = z.infer<typeof processStateSchema>;

const processStatusSchema = z.strictObject({
  name: processNameSchema,
  state: processStateSchema,
  /** Absent when: it does not run now. */
  pid: z.int().optional(),
  /** How often it was started again since the host started. */
  restartCount: z.int(),
  /** RFC 3339, start of the present process. Absent when: it does not run now. */
  startedAt: z.string().optional(),
  /** How it ended last, in words. Absent when: it never ended. */
  lastEnd: z.string().optional(),
});
export type ProcessStatus = z.infer<typeof processStatusSchema>;

/** What the host answers when asked how things are. */
export const hostStatusSchema = z.strictObject({
  pid: z.int(),
  state: z.enum(['starting', 'ready', 'degraded']),
  temporalAddress: z.string(),
  namespace: z.string(),
  /** Base URL of the stand-ins. Absent when: every party is given from outside. */
  mockUrl: z.string().optional(),
  /** Who answers model calls: the stand-in, or the endpoint given from outside. */
  model: z.enum(['stand-in', 'external']),
  /** Workflow id of the demo run, which the demo desk attends. Absent when: no demo is wanted. */
  demoWorkflowId: z.string().optional(),
  processes: z.array(processStatusSchema),
});
export type HostStatus = z.infer<typeof hostStatusSchema>;

/** `host.json` in the data folder, readable by its owner alone: what runs now and how to reach it. */
export const hostFileSchema = z.strictObject({
  pid: z.int(),
  /** Port of the pages. Absent when: the host runs without them. */
  port: z.int().optional(),
  temporalAddress: z.string(),
  namespace: z.string(),
  controlUrl: z.string(),
  controlToken: z.string(),
  mockUrl: z.string().optional(),
});
export type HostFile = z.infer<typeof hostFileSchema>;

/** A fault for the stand-ins: the next `count` calls of that party fail so. */
export const faultSchema = z.strictObject({
  party: z.enum(['market', 'news', 'broker', 'model']),
  kind: z.enum(['status', 'slow', 'drop', 'malformed']),
  /** HTTP status of kind `status`. */
  status: z.int().min(400).max(599).optional(),
  delayMs: z.int().nonnegative().max(600_000).optional(),
  count: z.int().positive().max(1000),
});
export type Fault = z.infer<typeof faultSchema>;

/** Every refusal of the control server. */
export const controlErrorSchema = z.strictObject({ message: z.string() });
