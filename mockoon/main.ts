import { z } from 'zod';
import { startStandIns } from './start-stand-ins.ts';

const environmentSchema = z.object({
  TICKSCOPE_MOCK_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  TICKSCOPE_DATA: z.string().min(1).default('data'),
});

const report = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

// http-proxy, inside Mockoon, calls util._extend: a warning about it at each start tells its reader nothing to do.
process.noDeprecation = true;

async function main(): Promise<void> {
  const settings = environmentSchema.safeParse(process.env);
  if (!settings.success) throw new Error('TICKSCOPE_MOCK_PORT must be a port from 0 to 65535.');
  const { TICKSCOPE_MOCK_PORT: port, TICKSCOPE_DATA: dataFolder } = settings.data;
  const standIns = await startStandIns({ port, dataFolder, report });
  const stop = (): void => {
    standIns.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
  process.stdout.write(`Stand-ins for market, news, broker and model: ${standIns.url}\n`);
  process.send?.({ type: 'ready', url: standIns.url });
}

main().catch((error: unknown) => {
  report(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
