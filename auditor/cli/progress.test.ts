import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

function toStream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: unknown) => {
    written.push(String(text));
    return true;
  };
  return { stream: { isTTY, columns: 30, write }, written };
}

test('one line, written over, not more often than can be seen, and made safe', () => {
  const { stream, written } = toStream(true);
  let time = 0;
  const progress = createProgress({ stream, label: 'importing', now: () => time });
  progress.clear();
  progress.update({ done: 1, total: 3, detail: 'a\x1b[2J.json' });
  progress.update({ done: 2, total: 3 });
  time = 200;
  progress.update({ done: 3, detail: 'a name that is far too long for it' });
  progress.clear();
  progress.clear();
  expect(written).toEqual([
    '\r\x1b[2Kimporting 1 of 3: a\\u001b[2J.',
    '\r\x1b[2Kimporting 3: a name that is f',
    '\r\x1b[2K',
  ]);
});

test('nothing where it would be in the way', () => {
  for (const [isTTY, enabled] of [
    [false, true],
    [true, false],
  ] as const) {
    const { stream, written } = toStream(isTTY);
    const progress = createProgress({ stream, label: 'importing', enabled });
    progress.update({ done: 1 });
    progress.clear();
    expect(written).toEqual([]);
  }
});
