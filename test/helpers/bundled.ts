import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build, type Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin } from 'vitest/config';

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
export const bundled: Plugin = {
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
