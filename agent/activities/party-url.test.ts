import { expect, it } from 'vitest';
import { toPartyUrl } from './party-url.ts';

it('adds path and query to the base, with or without a slash at its end', () => {
  expect(toPartyUrl('http://h/m/', ['quotes', 'NVDA'], { tick: '4' }).href).toBe(
    'http://h/m/quotes/NVDA?tick=4',
  );
  expect(toPartyUrl('http://h/m', ['orders']).href).toBe('http://h/m/orders');
});

it.each(['../admin', 'a/b', 'a?x=1', 'a#b', '@evil.example', ' '])(
  'keeps %j inside its segment',
  (segment) => {
    const url = toPartyUrl('http://h/m', ['orders', segment]);
    expect(url.host).toBe('h');
    expect(url.search + url.hash).toBe('');
    expect(decodeURIComponent(url.pathname)).toBe(`/m/orders/${segment}`);
    expect(url.pathname.split('/')).toHaveLength(4);
  },
);
