import { expect, test } from 'vitest';
import { readBody } from './read-body.ts';

const post = (body: string) => new Request('http://localhost/', { method: 'POST', body });

test('a body is read as JSON', async () => {
  expect(await readBody(post('{"reason":"größer"}'))).toEqual({ reason: 'größer' });
});

test.each([
  ['no JSON', '{"reason":'],
  ['empty', ''],
  ['too long', JSON.stringify('x'.repeat(70_000))],
])('a body that is %s reads as nothing', async (_, body) => {
  expect(await readBody(post(body))).toBeUndefined();
});
