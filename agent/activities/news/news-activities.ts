import { z } from 'zod';
import type { NewsSnapshot, SnapshotRequest } from '../../contract/market.ts';
import type { HttpClient } from '../http-client.ts';
import { keepAlive } from '../keep-alive.ts';
import { toPartyUrl } from '../party-url.ts';

/** Headlines carried on per tick, and the length of each: they go into the prompt and into an approval's memo. */
const MAX_HEADLINES = 20;
const MAX_TEXT_LENGTH = 500;

const bounded = z.string().transform((text) => text.toWellFormed().slice(0, MAX_TEXT_LENGTH).toWellFormed());

/** What the news party answers; fields beside these are left out. */
const newsAnswerSchema = z.object({
  asOf: z.iso.datetime({ offset: true }),
  source: bounded,
  sentimentScore: z.number().min(-1).max(1),
  headlines: z.array(
    z.object({ text: bounded, source: bounded, publishedAt: z.iso.datetime({ offset: true }) }),
  ),
});

export interface NewsDependencies {
  readonly http: HttpClient;
  readonly baseUrl: string;
}

export type NewsActivities = ReturnType<typeof createNewsActivities>;

/** Activities that ask the news party. */
export function createNewsActivities({ http, baseUrl }: NewsDependencies) {
  return {
    getNewsSnapshot: ({ symbol, tick }: SnapshotRequest): Promise<NewsSnapshot> =>
      keepAlive(async () => {
        const url = toPartyUrl(baseUrl, ['headlines', symbol], { tick: String(tick) });
        const answer = await http.requestJson({ party: 'news', url, schema: newsAnswerSchema });
        const { sentimentScore, asOf, source } = answer;
        const headlines = answer.headlines.slice(0, MAX_HEADLINES);
        return { symbol, tick, headlines, sentimentScore, asOf, source };
      }),
  };
}
