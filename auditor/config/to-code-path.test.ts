import { expect, test } from 'vitest';
import { toCodePath } from './to-code-path.ts';

const config = { file: '/data/tickscope.json', toPath: (path: string) => `/data/${path}` };

test('code runs by a file that the user has named, not by one that came with data', () => {
  expect(toCodePath({ ...config, mayRunCode: true }, 'a.ts')).toBe('/data/a.ts');
  expect(() => toCodePath({ ...config, mayRunCode: false }, 'a.ts')).toThrow(
    /--config \/data\/tickscope\.json/,
  );
});
