import { expect, test } from 'vitest';
import { listBaseInputs } from './base-inputs.ts';
import { checkInput } from './check-input.ts';
import { toBytes } from './make-input.ts';

test.each(listBaseInputs())('$name is sound', (input) => {
  expect(checkInput(toBytes(input))).toMatchObject({ kind: 'accepted' });
});
