import { configDefaults, defineConfig } from 'vitest/config';

/** What takes minutes: laws over all examples, archives and random input, and texts that are made to take long. */
const LAWS = [
  'test/laws.test.ts',
  'test/archive.test.ts',
  'test/**/*.laws.test.ts',
  'test/**/*.property.test.ts',
];

/** Counts what runs on texts up to a megabyte, for an hour or more: `npm run growth`, and once a week. */
const GROWTH = 'test/hostile/growth.laws.test.ts';

export default defineConfig({
  test: {
    // One for each processor: nobody works on the machine while it tests.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['server/src/**/*.ts', 'client/src/preview/**/*.ts'],
      reporter: ['text-summary'],
      reportsDirectory: 'node_modules/.cache/twir-authoring/coverage',
      // What the unit tests reach without real issues next to the checkout. It only goes up.
      thresholds: { statements: 90, branches: 85, functions: 88, lines: 92 },
    },
    // Nothing below the faces keeps state in modules, so files may share one instance of them: half of the time.
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', ...LAWS],
          // Some start a server or a compiler first, on machines that do other things as well.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'laws',
          isolate: false,
          include: LAWS,
          exclude: [...configDefaults.exclude, GROWTH],
          testTimeout: 120_000,
          // Versions of issues come and go by the thousand: a tenth less time than with room for fewer.
          execArgv: ['--max-semi-space-size=64'],
        },
      },
      // Of code that it optimizes V8 counts only a part, and another one each time.
      { test: { name: 'growth', include: [GROWTH], testTimeout: 600_000, execArgv: ['--no-opt'] } },
    ],
  },
});
