/** What a scenario, which is a process of its own, tells the bench that started it. */
export type Figures = { readonly [name: string]: number };

/** Prints the figures of this process, with the most memory that it ever had. */
export function report(figures: Figures): void {
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ ...figures, peakMb })}\n`);
}
