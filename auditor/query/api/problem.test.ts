import { expect, test } from 'vitest';
import { z } from 'zod';
import { TickscopeError } from '../../base/tickscope-error.ts';
import { toProblem } from './problem.ts';

test('an error of ours keeps its words and gets its status', () => {
  expect(toProblem(new TickscopeError('tick-not-found', 'It has ticks 1 to 3.'))).toEqual({
    type: 'urn:tickscope:error:tick-not-found',
    code: 'tick-not-found',
    title: 'tick not found',
    status: 404,
    detail: 'It has ticks 1 to 3.',
  });
});

test('an error of a command that has no place here is the server’s', () => {
  expect(toProblem(new TickscopeError('bundle-unusable', 'x'))).toMatchObject({ status: 500 });
});

test('what does not fit a schema is wrong usage; a stranger’s text is not passed on', () => {
  expect(toProblem(z.object({ a: z.string() }).safeParse({}).error)).toMatchObject({
    ...{ status: 400, detail: 'a is missing.' },
  });
  expect(toProblem(new Error('ENOENT /home/somebody/secret')).detail).not.toContain('secret');
  expect(toProblem('text')).toMatchObject({ code: 'unexpected', status: 500 });
});
