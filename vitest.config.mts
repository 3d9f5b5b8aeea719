import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // Laws over a whole archive of issues take longer than the default five seconds.
    testTimeout: 120_000,
  },
});
