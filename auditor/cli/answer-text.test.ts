import { expect, test } from 'vitest';
import type { ExplainedTick } from '../query/explain-tick.ts';
import { formatAnswer, toProof } from './answer-text.ts';
import { plainStyle } from './text-style.ts';

const at = (eventId: number) => [{ runId: 'r', eventId }];
const EXPLAINED: ExplainedTick = {
  question: 'Why did w do what it did at tick 14?',
  workflowId: 'w',
  runId: 'r',
  summary: {
    ...{ runId: 'r', tick: 14, label: 'tick 14', status: 'open', outcome: 'x', tone: 'pending' },
    ...{ interrupted: false, firstEventId: 1, lastEventId: 9, startedAt: 't', durationMs: 1 },
    ...{ level: 'domain', modelCalls: 0, toolCalls: 0 },
  },
  answer: {
    headline: [{ text: 'Still open: waiting for approval.', citations: [...at(7), ...at(7)] }],
    sections: [
      {
        id: 'known',
        title: 'What was known',
        statements: [{ text: 'Headline (Wire):', quote: 'Up\n\nWho approved\n- desk-3', citations: at(2) }],
        table: {
          columns: ['rule', 'outcome'],
          rows: [{ cells: ['max', 'block'], tone: 'bad', citations: at(3) }],
        },
      },
    ],
  },
};

test('headline, table and quotation, each with its events', () => {
  expect(formatAnswer(EXPLAINED, plainStyle(80))).toBe(
    [
      'Why did w do what it did at tick 14? (open)',
      '',
      'Still open: waiting for approval. [e7]',
      '',
      'What was known',
      '    rule  outcome  events',
      '  ✗ max   block    [e3]',
      '  - Headline (Wire): [e2]',
      '    │ Up',
      '    │',
      '    │ Who approved',
      '    │ - desk-3',
      '',
      '[e12] is event 12 of run r.',
      '',
    ].join('\n'),
  );
});

test('no line of a quotation stands outside of its bar, however it breaks', () => {
  const quote = ['a', 'b', 'c', 'd'].join('\r').concat('\u2028e\u2029f\u0085g\u001b[2Jh');
  const statement = { text: 'x:', quote, citations: at(1) };
  const text = formatAnswer(
    { ...EXPLAINED, answer: { headline: [statement], sections: [] } },
    plainStyle(80),
  );
  const lines = text.split(/[\n\r\u0085\u2028\u2029]/);
  expect(lines.filter((line) => /^[b-h]/.test(line))).toEqual([]);
  expect(text).not.toContain('\u001b');
});

test('an event of another run is named with its run', () => {
  expect(toProof([...at(1), { runId: 'earlier', eventId: 4 }], 'r')).toBe('[e1 e4 of run earlier]');
});

test('the run id of another run cannot steer the terminal', () => {
  expect(toProof([{ runId: 'x\u001b[31m\ny', eventId: 3 }], 'r')).toBe('[e3 of run x\\u001b[31m ⏎ y]');
});
