import type { Candidate, ListCandidates } from './candidate.ts';
import { isDecided } from './field-condition.ts';
import { type HitMaker, type SearchHit, toHit } from './to-hit.ts';

/** A page of hits, and what is known of those beyond it. */
export type Collected = {
  readonly items: readonly SearchHit[];
  /** Place to go on after. Absent when: there is nothing more. */
  readonly next?: readonly number[];
  readonly scanned: number;
  readonly isMore: boolean;
  /** Absent when: the page is not the first. */
  readonly hitCount?: number;
};

/** Candidates of one page; what filters let through seldom must not keep a reader waiting (bench/queries). */
const MOST_SCANNED = 1_000;

/** Tool calls whose arguments and results are read for one page. */
const MOST_READ = 200;

type Asked = {
  readonly list: ListCandidates;
  readonly after: readonly number[] | undefined;
  readonly limit: number;
};

/**
 * Goes through candidates until a page is full, then to the end of their batch to count the hits beyond it; on a later page, to see whether
 * there is one.
 */
export function collectHits(maker: HitMaker, { list, after, limit }: Asked): Collected {
  const collector = new Collector(maker, limit, after === undefined);
  let place = after;
  for (;;) {
    const { candidates, isLast } = list(place);
    for (const candidate of candidates) {
      if (collector.isDone()) return collector.finish(after, 'bound');
      collector.take(candidate);
    }
    if (isLast) return collector.finish(after, 'end');
    if (collector.isFull() || collector.isDone()) return collector.finish(after, 'bound');
    place = candidates.at(-1)?.place;
  }
}

/** A page under way. */
class Collector {
  private readonly items: SearchHit[] = [];
  private hitCount = 0;
  private scanned = 0;
  private read = 0;
  private next: readonly number[] | undefined;
  private readonly maker: HitMaker;
  private readonly limit: number;
  private readonly counts: boolean;
  private readonly mustRead: boolean;

  constructor(maker: HitMaker, limit: number, isFirstPage: boolean) {
    this.maker = maker;
    this.limit = limit;
    this.mustRead = !maker.query.fields.every(isDecided);
    // Counting must not read: what has to be read to be a hit is counted as far as it is shown.
    this.counts = isFirstPage && !this.mustRead;
  }

  /** Whether there is a hit beyond the page, too. */
  isFull(): boolean {
    return this.hitCount > this.limit;
  }

  isDone(): boolean {
    const isEnough = this.isFull() && !this.counts;
    return isEnough || this.scanned >= MOST_SCANNED || this.read >= MOST_READ;
  }

  take(candidate: Candidate): void {
    this.scanned += 1;
    const isPage = this.items.length < this.limit;
    if (isPage) this.next = candidate.place;
    if (candidate.eventIds.length === 0) return;
    if (this.mustRead) this.read += 1;
    const hit = isPage || this.mustRead ? toHit(this.maker, candidate) : undefined;
    if (hit && isPage) this.items.push(hit);
    if (hit || !(isPage || this.mustRead)) this.hitCount += 1;
  }

  finish(after: Asked['after'], at: 'end' | 'bound'): Collected {
    const { items, scanned, next, hitCount } = this;
    const goesOn = at === 'bound' || hitCount > items.length;
    return {
      ...{ items, scanned, isMore: at === 'bound' },
      ...(after === undefined ? { hitCount } : {}),
      ...(goesOn && next !== undefined ? { next } : {}),
    };
  }
}
