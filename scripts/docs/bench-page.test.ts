import { expect, test } from 'vitest';
import { toResultSection } from './bench-page.ts';

test('a result is a table that says what was measured where, and which bound was missed', () => {
  const figures = [
    { name: 'time, ours / bare', value: 3.07, unit: '×', atMost: 2.5 },
    { name: 'memory', value: 330, unit: 'MB', atMost: 400 },
    { name: 'time', value: 2468, unit: 'ms' },
  ];
  const machine = { cores: 2, model: 'A chip', node: 'v24.1.0' };
  const result = { name: 'pull', question: 'How long?', measuredAt: '2026-11-24T11:08:55.065Z', machine };
  expect(toResultSection({ ...result, figures })).toBe(`## pull

How long? Measured on 2026-11-24: 2 cores, A chip, Node 24.1.0.

| figure | measured | at most |
|---|---:|---:|
| time, ours / bare | 3.07 × **missed** | 2.5 × |
| memory | 330 MB | 400 MB |
| time | 2,468 ms |  |
`);
});
