import { configDefaults, defineConfig } from 'vitest/config';

/** What takes minutes: laws over all examples and whole archives, and texts that are made to take long. */
const LAWS = ['test/laws.test.ts', 'test/archive.test.ts', 'test/**/*.laws.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', ...LAWS],
          // Some start a server or a compiler first, on machines that do other things as well.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'laws',
          include: LAWS,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
