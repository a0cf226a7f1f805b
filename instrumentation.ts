/** Next.js calls this once when its server starts: the host runs inside that process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.TICKSCOPE_HOST !== '1') return;
  const { runHost } = await import('./host/run-host.ts');
  // Not awaited: the pages answer while the rest comes up.
  void runHost();
}
