import { expect, test } from 'vitest';
import { sendAnswer } from './send-answer.ts';

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

test('a text and chunks are the same body', async () => {
  for (const body of ['{"a":1}', ['{"a"', ':1}']]) {
    const response = sendAnswer({ status: 200, headers, body });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('{"a":1}');
  }
});

test('whoever stops reading ends the work', async () => {
  let ended = false;
  function* chunks() {
    try {
      yield 'a';
      yield 'b';
    } finally {
      ended = true;
    }
  }
  const reader = sendAnswer({ status: 200, headers, body: chunks() }).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(ended).toBe(true);
});
