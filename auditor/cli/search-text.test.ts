import { expect, test } from 'vitest';
import type { SearchPage } from '../query/search-payloads.ts';
import { formatSearch } from './search-text.ts';
import { plainStyle } from './text-style.ts';

const PAGE: SearchPage = {
  items: [
    {
      ...{ namespace: 'n', workflowId: 'w', runId: 'r', workflowType: 't', tick: 3, eventId: 9 },
      ...{ eventType: 'WORKFLOW_EXECUTION_SIGNALED', eventTime: '2026-11-24T09:00:00Z', kind: 'signal' },
      excerpt: { text: 'an SEC\u001b[31m probe', marks: [[3, 6]], citation: { runId: 'r', eventId: 9 } },
    },
  ],
  ...{ order: 'newest-first', hitCount: 1000, isMore: true, scanned: 1, nextCursor: 'abc' },
};

test('run, tick, event, words in brackets; what was not looked at is said; nothing moves the cursor', () => {
  expect(formatSearch(PAGE, plainStyle())).toBe(
    [
      'w (t) run r',
      '  tick 3  e9  WORKFLOW_EXECUTION_SIGNALED  2026-11-24T09:00:00Z',
      '    an [SEC]\\u001b[31m probe',
      '',
      '1 of at least 1000 hits, the newest first. 1 looked at; more with --cursor abc',
      '',
    ].join('\n'),
  );
});

test('no hit is said, too', () => {
  expect(
    formatSearch({ items: [], order: 'best-first', hitCount: 0, isMore: false, scanned: 0 }, plainStyle()),
  ).toBe('0 of 0 hits, the best match first. No more.\n');
});
