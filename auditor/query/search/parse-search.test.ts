import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TickscopeError } from '../../base/tickscope-error.ts';
import { parseSearch } from './parse-search.ts';
import { quote } from './split-search.ts';
import { toMatch } from './to-match.ts';

test('words, alternatives, exclusions, filters and fields', () => {
  expect(
    parseSearch(
      'halt OR resume "SEC probe" senti* -old tool:getQuote price>=100.5 order.side=SELL tick:10..20',
    ),
  ).toEqual({
    groups: [
      [
        { kind: 'word', text: 'halt' },
        { kind: 'word', text: 'resume' },
      ],
      [{ kind: 'phrase', text: 'SEC probe' }],
      [{ kind: 'prefix', text: 'senti' }],
    ],
    excluded: [{ kind: 'word', text: 'old' }],
    fields: [
      { path: ['price'], operator: '>=', value: 100.5 },
      { path: ['order', 'side'], operator: '=', value: 'SELL' },
    ],
    filters: { tool: 'getQuote', ticks: { from: 10, to: 20 } },
  });
  expect(parseSearch('event:timer_fired after:2026-11-24 type:"my agent"').filters).toEqual({
    ...{ eventType: 'timer_fired', afterMicros: Date.UTC(2026, 10, 24) * 1000, workflowType: 'my agent' },
  });
});

test.each([
  ['tick:9..3', 'begins after its end'],
  ['after:2026-02-01 before:2026-02-01', 'nothing lies between them'],
  ['', /is empty/],
  ['foo:bar', /no filter foo: at character 1\. There are: type, .*write it in quotes/],
  ['tick:x', /tick: at character 1 wants a number or a range/],
  ['a OR', /OR at the end/],
  ['OR a', /OR at character 1/],
  ['price>3', /needs the tool/],
  ['after:yesterday', /time at character 1 is not like/],
  ['tool:', /has no value/],
  ['-tool:x', /cannot be excluded/],
  ['***', /no letter and no digit/],
  ['a OR -b', /OR stands between words; at character 6/],
  ['a OR tool:x', /OR stands between words; at character 6/],
  ['tool:x OR a', /OR at character 8 needs a word before it/],
  ['tool:x tool:y', /tool: at character 8 stands there twice/],
  ['kind:call', /"kind:call" at character 1 is none of: model-call, tool-call, activity, /],
  ['status:bad', /none of: pending, completed, /],
  ['run-status:bad', /none of: running, /],
  ['tool:x price>', /"price>" at character 8 is no condition like price>100/],
  ['tool:x -price>3', /at character 8 cannot be excluded/],
  ['kind:model-call tool:x price>3', /lets none through/],
  ['-a', /Name a word/],
  ['x'.repeat(3_000), /at most 2000 characters/],
])('%j is refused, with what is wrong', (text, message) => {
  expect(() => parseSearch(text)).toThrow(message);
});

test('any text is a search or wrong usage', () => {
  const parts = fc.constantFrom(
    'a',
    'OR',
    '"b c"',
    '-d',
    'e*',
    'tool:x',
    'f>1',
    'g:h',
    '"',
    ')',
    'NEAR(a b)',
    "'; DROP",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (list) => {
      try {
        toMatch(parseSearch(list.join(' ')));
      } catch (error) {
        expect(error).toBeInstanceOf(TickscopeError);
      }
    }),
    { numRuns: 500 },
  );
});

test('any text in quotes is the value, quotes in it doubled', () => {
  expect(parseSearch('tool:t note="say ""no""" "a ""b"')).toMatchObject({
    fields: [{ value: 'say "no"' }],
    groups: [[{ kind: 'phrase', text: 'a "b' }]],
  });
  const text = fc.string({ unit: fc.constantFrom(...'a "-:*\n>='), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, (workflowId) => {
      expect(parseSearch(`workflow:${quote(workflowId)} halt`).filters).toEqual({ workflowId });
    }),
  );
});
