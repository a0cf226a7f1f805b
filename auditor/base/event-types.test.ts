import proto from '@temporalio/proto';
import { expect, test } from 'vitest';
import { EVENT_TYPES } from './event-types.ts';

test('every type that the API has, once', () => {
  const names = Object.keys(proto.temporal.api.enums.v1.EventType)
    .filter((name) => /^EVENT_TYPE_(?!UNSPECIFIED$)/.test(name))
    .map((name) => name.replace('EVENT_TYPE_', ''));
  expect([...EVENT_TYPES]).toEqual(names);
});
