import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../server/src/rules/index';
import { crossings, cycles, entangledFeatures, rulesInFaces, type Tree } from './helpers/layers';

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(): Tree {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]));
}

describe('the layers of the sources', () => {
  const tree = sources();

  it('import only from those above them', () => {
    expect(tree.size).toBeGreaterThan(100);
    expect(crossings(tree).map(({ message }) => message)).toEqual([]);
  });

  it('have no ring of files that need each other', () => {
    expect(cycles(tree)).toEqual([]);
  });

  it('have no two features that need each other', () => {
    expect(entangledFeatures(tree)).toEqual([]);
  });

  it.each([
    ['vscode-languageserver', 'server/src/lsp/languageServer.ts'],
    ['vscode-languageserver-protocol', 'server/src/protocol/messages.ts'],
  ])('take of %s in one file what runs', (library, file) => {
    const some = new RegExp(
      `^(?:import|export) \\{(?:\\s*type \\w+,)*\\s*(?!type\\b)\\w[^}]*\\} from '${library}'`,
      'm',
    );
    expect([...tree].filter(([, text]) => some.test(text)).map(([name]) => name)).toEqual([file]);
  });

  it('have faces that know no single rule', () => {
    const ids = RULES.map(({ id }) => id);
    expect(rulesInFaces(tree, ids)).toEqual([]);
  });
});

describe('the check of the layers', () => {
  const check = (files: Record<string, string>) =>
    crossings(new Map(Object.entries(files))).map(({ message }) => message);
  const below = { 'server/src/rules/check.ts': '', 'server/src/text/edit.ts': '' };

  it('takes an import from above', () => {
    expect(
      check({
        ...below,
        'server/src/features/fix.ts': "import { a } from '../rules/check';\nimport '../text/edit';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['a value', "import { a } from '../features/fix';"],
    ['a type', "import type { A } from '../features/fix';"],
    ['several lines', "import {\n  a,\n  type B,\n} from '../features/fix';"],
    ['a re-export', "export { a } from '../features/fix';"],
    ['everything', "export * from '../features/fix';"],
    ['a call', "  const { a } = await import('../features/fix');"],
  ])('finds an import from below: %s', (_, text) => {
    expect(check({ 'server/src/rules/check.ts': `\n${text}`, 'server/src/features/fix.ts': '' })).toEqual([
      'server/src/rules/check.ts:2: rules must not import from features (server/src/features/fix.ts)',
    ]);
  });

  it('keeps faces to the engine and apart from each other', () => {
    const faces = {
      ...below,
      'server/src/engine.ts': '',
      'server/src/protocol/page.ts': '',
      'server/src/cli/main.ts': '',
    };
    const lsp = (specifier: string) =>
      check({ ...faces, 'server/src/lsp/server.ts': `import '${specifier}';` });
    expect(lsp('../engine')).toEqual([]);
    expect(lsp('../protocol/page')).toEqual([]);
    expect(lsp('../text/edit')).toEqual([]);
    const type = { 'server/src/lsp/server.ts': "import type { A } from '../rules/check';" };
    expect(check({ ...faces, ...type })).toEqual([]);
    expect(lsp('../rules/check')).toEqual([
      'server/src/lsp/server.ts:1: lsp must not import from rules (server/src/rules/check.ts)',
    ]);
    expect(lsp('../cli/main')).toEqual([
      'server/src/lsp/server.ts:1: lsp must not import from cli (server/src/cli/main.ts)',
    ]);
  });

  it('lets the client see the protocol only', () => {
    const client = (specifier: string) =>
      check({ ...below, 'server/src/protocol/page.ts': '', 'client/src/node.ts': `import '${specifier}';` });
    expect(client('../../server/src/protocol/page')).toEqual([]);
    expect(client('../../server/src/text/edit')).toEqual([
      'client/src/node.ts:1: the client imports server/src/text/edit.ts; of the server it may only see server/src/protocol/',
    ]);
  });

  it('keeps editor, files, clock and network out of what runs anywhere', () => {
    const text =
      "import 'node:fs';\nimport 'vscode';\nimport 'unified';\nDate.now();\nnew Date();\nnew Date(0);\nfetch(a);";
    const why = (path: string) =>
      check({ [path]: text }).map((message) => message.slice(path.length + 1, -1));
    expect(why('server/src/rules/check.ts').map((line) => line.split(':')[0])).toEqual([
      '1',
      '2',
      '4',
      '5',
      '7',
    ]);
    expect(why('server/src/node/main.ts')).toEqual([]);
  });

  it.each([
    ['let count = 0;', ['count']],
    ['export let count = 0;', ['count']],
    ['const known = new Map<string, string>();', ['known']],
    ['const known: Map<string, string> = new Map();', ['known']],
    ['const list: string[] = [];', ['list']],
    ['const NONE: readonly string[] = [];', []],
    ['const NONE: ReadonlyMap<string, string> = new Map();', []],
    ["const NAMES = new Set(['a']);", []],
    ['function f() {\n  let count = 0;\n}', []],
  ])('finds state that a module keeps: %s', (text, names) => {
    const found = crossings(new Map([['server/src/rules/check.ts', text]]));
    expect(found.map(({ to }) => to)).toEqual(names);
    expect(check({ 'server/src/lsp/server.ts': text })).toEqual([]);
  });

  it('finds features that need each other, over a third one too', () => {
    const feature = (name: string, ...needed: string[]): [string, string] => [
      `server/src/features/${name}/${name}.ts`,
      needed.map((other) => `import { a } from '../${other}/${other}';\n`).join(''),
    ];
    const tree = (...last: string[]) =>
      new Map([feature('a', 'b'), feature('b', 'c'), feature('c', ...last)]);
    expect(entangledFeatures(tree())).toEqual([]);
    expect(entangledFeatures(tree('a'))).toEqual(['a, b', 'a, c', 'b, c']);
  });

  it('finds a face that speaks of a rule', () => {
    const text = "const a = 'my-rule';\n  name: 'my-rule',\nrun('twir explain my-rule');";
    const found = (path: string) => rulesInFaces(new Map([[path, text]]), ['my-rule']);
    expect(found('server/src/lsp/status.ts')).toEqual(['server/src/lsp/status.ts: my-rule']);
    expect(found('server/src/features/fix/fixAll.ts')).toEqual([]);
  });

  it('finds a file in no layer', () => {
    expect(check({ 'server/src/helpers.ts': '' })).toEqual(['server/src/helpers.ts:1: belongs to no layer']);
  });

  it('finds rings, of types too', () => {
    const ring = (last: string) =>
      cycles(
        new Map([
          ['server/src/text/a.ts', "import { b } from './b';"],
          ['server/src/text/b.ts', "import { c } from './c';"],
          ['server/src/text/c.ts', last],
        ]),
      );
    const found = [
      'server/src/text/a.ts -> server/src/text/b.ts -> server/src/text/c.ts -> server/src/text/a.ts',
    ];
    expect(ring("import { a } from './a';")).toEqual(found);
    expect(ring("import type { A } from './a';")).toEqual(found);
    expect(ring("import { d } from './d';")).toEqual([]);
  });
});

/** Where something is written to a terminal, through what makes it harmless or as a text of our own; `serve` writes messages. */
const PRINTERS = ['cli', 'main', 'serve', 'system'].map((name) => `server/src/node/${name}.ts`);

it('prints in one place', () => {
  const printing = [...sources()]
    .filter(([file]) => file.startsWith('server/'))
    .filter(([, text]) =>
      /\bprocess\s*\.\s*std(?:out|err)\b|(?<!connection\.)\bconsole\s*\.|\bwriteSync\(\s*[12]\b/.test(text),
    );
  expect(printing.map(([file]) => file).sort()).toEqual(PRINTERS);
});

it('runs programs in one place', () => {
  const with_ = (pattern: RegExp) =>
    [...sources()].filter(([, text]) => pattern.test(text)).map(([file]) => file);
  expect(with_(/child_process|node:cluster/)).toEqual(['server/src/node/gitProgram.ts']);
  // Itself, in threads; the browser starts the server so.
  expect(with_(/\bnew Worker\b/)).toEqual(['client/src/browser.ts', 'server/src/node/helpers.ts']);
});
