import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The module as esbuild puts it into our programs. */
const bundled = (name: string) => bundle(`export * from '${name}';`);

async function bundle(contents: string) {
  const { plugins = [], conditions = [] } = bundles().find(
    ({ outfile }) => outfile === 'dist/server.program.js',
  )!;
  const { outputFiles = [] } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    plugins,
    conditions,
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

it.each([
  ['hast-util-to-html', 'toHtml', [{ type: 'text', value: 'a < b' }]],
  ['jsonc-parser', 'parseTree', ['[1, 2]']],
  ['mdast-util-to-hast', 'toHast', [{ type: 'root', children: [] }]],
])('has %s answer as ever, although it is loaded when it is first called', async (name, called, given) => {
  const [ours, theirs] = [await bundled(name), await import(name)];
  expect(ours[called](...given)).toEqual(theirs[called](...given));
});

it('reads Markdown with a plugin, although both are loaded when they are first called', async () => {
  const contents = `
    import { remark } from 'remark';
    import remarkGfm from 'remark-gfm';
    export const tree = remark().use(remarkGfm).parse('| a |\\n|---|');`;
  const { tree } = await bundle(contents);
  expect(tree.children[0].type).toBe('table');
});
