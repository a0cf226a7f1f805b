/** Id of an agent started now: `nvda-20261123-204108`, in UTC. */
export function toWorkflowId(ticker: string, now: Date): string {
  const [date = '', clock = ''] = now.toISOString().split('T');
  return `${ticker.toLowerCase()}-${date.replaceAll('-', '')}-${clock.slice(0, 8).replaceAll(':', '')}`;
}
