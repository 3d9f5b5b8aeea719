// What is bundled into dist/, for whoever builds it or tells what is in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Of the extension's manifest the programs only read this. */
const manifest = {
  name: 'manifest',
  setup(build) {
    const file = join(root, 'package.json');
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      if (path !== file) return undefined;
      const { version, repository } = JSON.parse(readFileSync(file, 'utf8'));
      return { contents: JSON.stringify({ version, repository }), loader: 'json' };
    });
  },
};

/**
 * The extension's programs.
 *
 * @param {{ minify?: boolean, watch?: boolean }} how
 * @returns {import('esbuild').BuildOptions[]}
 */
export function bundles({ minify = false, watch = false } = {}) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: minify,
    sourcemap: minify ? false : 'linked',
    target: 'es2022',
    // The watch task of .vscode/tasks.json reads when a build starts and ends.
    logLevel: watch ? 'info' : 'warning',
    legalComments: 'none',
    plugins: [manifest],
  };
  const node = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
  // A `node:` import has no answer in a browser: esbuild then fails the build, which is what we want.
  const browser = { ...common, platform: 'browser', define: { global: 'globalThis' } };

  return [
    { ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
    { ...node, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server.js' },
    {
      ...node,
      entryPoints: ['server/src/node/cli.ts'],
      outfile: 'dist/cli.js',
      banner: { js: '#!/usr/bin/env node' },
    },
    {
      ...browser,
      format: 'cjs',
      entryPoints: ['client/src/browser.ts'],
      outfile: 'dist/client.browser.js',
      external: ['vscode'],
    },
    {
      ...browser,
      format: 'iife',
      // A worker has no `document`: packages that use it where they can have another file for workers.
      conditions: ['worker', 'module'],
      entryPoints: ['server/src/browser/main.ts'],
      outfile: 'dist/server.browser.js',
    },
    { ...browser, format: 'iife', entryPoints: ['client/src/preview/page.ts'], outfile: 'dist/preview.js' },
  ];
}
