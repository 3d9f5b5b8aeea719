import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build, type Plugin as EsbuildPlugin } from 'esbuild';
import { configDefaults, defineConfig, type Plugin } from 'vitest/config';

/** What takes minutes: laws over all examples, archives and random input, and texts that are made to take long. */
const LAWS = [
  'test/laws.test.ts',
  'test/archive.test.ts',
  'test/**/*.laws.test.ts',
  'test/**/*.property.test.ts',
];

/** Counts what runs on texts up to a megabyte, for an hour or more: `npm run growth`, and once a week. */
const GROWTH = 'test/hostile/growth.laws.test.ts';

/** Each file still knows where it stands. */
const places: EsbuildPlugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]test[/\\].*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
    }));
  },
};

/**
 * Makes one module of each test and what it imports of ours, as the product is made. From module to module the test runner
 * goes by getters, which makes what calls much take more than twice as long.
 */
const bundled: Plugin = {
  name: 'bundled',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('.test.ts')) return;
    const { outputFiles } = await build({
      entryPoints: [id],
      bundle: true,
      write: false,
      outfile: `${id}.js`,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      sourcemap: 'external',
      plugins: [places],
      logLevel: 'error',
    });
    const [map, code] = outputFiles;
    return { code: code!.text, map: map!.text };
  },
};

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
        plugins: [bundled],
        test: {
          name: 'laws',
          isolate: false,
          include: LAWS,
          exclude: [...configDefaults.exclude, GROWTH],
          testTimeout: 120_000,
        },
      },
      // Of code that it optimizes V8 counts only a part, and another one each time.
      { test: { name: 'growth', include: [GROWTH], testTimeout: 600_000, execArgv: ['--no-opt'] } },
    ],
  },
});
