import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The module as esbuild puts it into our programs. */
async function bundled(name: string) {
  const { plugins = [] } = bundles()[0]!;
  const { outputFiles = [] } = await build({
    stdin: { contents: `export * from '${name}';`, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    plugins,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`);
}

it('reads every named character reference by the one table that is left', async () => {
  const { decodeNamedCharacterReference } = await bundled('decode-named-character-reference');
  const { characterEntities } = await import(
    pathToFileURL(`${root}/node_modules/character-entities/index.js`).href
  );
  const references = Object.entries(characterEntities);
  expect(references.length).toBeGreaterThan(2_000);
  expect(references.filter(([name, text]) => decodeNamedCharacterReference(name) !== text)).toEqual([]);
  for (const name of ['none', 'ltx', 'Auml2', ''])
    expect(decodeNamedCharacterReference(name), name).toBe(false);
});
