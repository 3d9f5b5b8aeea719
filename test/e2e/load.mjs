// Bundles one of our TypeScript modules and imports it: the scripts are plain Node, which cannot read types.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} entry a module's path from the repository's root
 * @returns {Promise<any>} what the module exports
 */
export async function load(entry) {
  // Below node_modules, so that the bundle's own imports are found from there.
  const outfile = join(root, 'node_modules/.cache/twir-authoring', `${entry.replaceAll('/', '-')}.mjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  // The query makes a second load in one process see a changed bundle.
  return import(`${pathToFileURL(outfile)}?${Date.now()}`);
}
