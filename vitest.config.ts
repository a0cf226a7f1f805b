import { defineConfig } from 'vitest/config';

const NEVER = ['**/node_modules/**', '.next/**', 'data/**'];

/** Two at a time: tests that start servers share the machine with them. */
const WORKERS = 2;

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx,mjs}'],
          exclude: [...NEVER, '**/*.int.test.ts', 'replay-fixtures/**'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['**/*.int.test.ts'],
          exclude: [...NEVER, 'replay-fixtures/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'replay',
          include: ['replay-fixtures/**/*.test.ts'],
          exclude: NEVER,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['app/_e2e/**/*.spec.ts'],
          exclude: NEVER,
          // One app, one browser: the files follow each other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
