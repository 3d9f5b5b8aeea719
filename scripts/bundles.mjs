// What is bundled into dist/, for whoever builds it or tells what is in it.
import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify as terser } from 'terser';

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
 * Why there is a rule, and its examples, are for tests, its page and `twir explain`. The server has the pages beside it,
 * and would only read and keep the texts. The formatter sees to it that a list ends where its indentation says.
 */
const withoutReasons = {
  name: 'without-reasons',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^ {2}why: (['"`]).*\1,$/m, "  why: '',")
        .replace(/^ {2}examples: \[\n[\s\S]*?^ {2}\],$/m, '  examples: [],'),
      loader: 'ts',
    }));
  },
};

/**
 * remark brings what writes Markdown from a tree, which none of our programs does: they edit the text itself. It would be
 * loaded at each start, and weigh 8 KB of the extension.
 */
const withoutWriting = {
  name: 'without-writing',
  setup(build) {
    build.onLoad({ filter: /[\\/]mdast-util-to-markdown[\\/]index\.js$/ }, () => ({
      contents: `
        export const defaultHandlers = {};
        export function toMarkdown() {
          throw new Error('This program has nothing that writes Markdown from a tree');
        }`,
    }));
  },
};

/** vscode-languageserver looks for the packages that an author has installed, if asked: we don't, and it loads much for it. */
const withoutInstalled = {
  name: 'without-installed',
  setup(build) {
    build.onLoad({ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({
      contents: '',
    }));
  },
};

/**
 * vscode-languageclient reads VS Code's version with a package of 20 KB, to refuse one that is too old. VS Code doesn't
 * even install us into one that is older than our manifest asks for, which is newer than that.
 */
const withoutVersions = {
  name: 'without-versions',
  setup(build) {
    const answers = {
      'semver/functions/parse': '() => ({ prerelease: [] })',
      'semver/functions/satisfies': '() => true',
    };
    const filter = new RegExp(`^(?:${Object.keys(answers).join('|')})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'without-versions' }));
    build.onLoad({ filter, namespace: 'without-versions' }, ({ path }) => ({
      contents: `module.exports = ${answers[path]};`,
    }));
  },
};

/**
 * Two packages bring the table of HTML's named character references, 36 KB of JavaScript in one: here it asks the other,
 * which the reader of HTML has anyway. The table is unpacked when somebody first writes a reference.
 */
const oneTableOfReferences = {
  name: 'one-table-of-references',
  setup(build) {
    build.onLoad({ filter: /[\\/]decode-named-character-reference[\\/]index(\.dom)?\.js$/ }, () => ({
      contents: `
        let decode;
        export function decodeNamedCharacterReference(name) {
          decode ??= require('entities/decode').decodeHTMLStrict;
          const reference = '&' + name + ';';
          const text = decode(reference);
          return text !== reference && text;
        }`,
      resolveDir: join(root, 'node_modules/hast-util-raw'),
    }));
  },
};

/**
 * Functions of packages that most runs never call: pages, calendars and the second reading of Markdown need them. All
 * packages together are a third of what a start evaluates, so these are evaluated when they are first called.
 */
const WHEN_CALLED = {
  'hast-util-raw': ['raw'],
  'hast-util-select': ['selectAll'],
  'hast-util-to-html': ['toHtml'],
  'jsonc-parser': [
    'applyEdits',
    'findNodeAtLocation',
    'getNodeValue',
    'modify',
    'parseTree',
    'printParseErrorCode',
  ],
  'mdast-util-to-hast': ['toHast'],
  remark: ['remark'],
  'remark-gfm': ['default'],
};

const whenCalled = {
  name: 'when-called',
  setup(build) {
    const filter = new RegExp(`^(?:${Object.keys(WHEN_CALLED).join('|')})$`);
    const asIs = {};
    build.onResolve({ filter }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'import-statement' || pluginData === asIs) return undefined;
      const found = await build.resolve(path, { kind, resolveDir, pluginData: asIs });
      return { path, namespace: 'when-called', pluginData: found.path };
    });
    build.onLoad({ filter, namespace: 'when-called' }, ({ path, pluginData: file }) => {
      const functions = WHEN_CALLED[path].map((name) => {
        const head = name === 'default' ? 'default function' : `function ${name}`;
        return `export ${head}(...args) { return Reflect.apply(load().${name}, this, args); }`;
      });
      const contents = `
        let loaded;
        const load = () => (loaded ??= require(${JSON.stringify(file)}));
        ${functions.join('\n')}`;
      return { contents, resolveDir: root };
    });
  },
};

/** esbuild escapes what is no ASCII in strings and leaves it in regular expressions. */
const plainAscii = {
  name: 'plain-ascii',
  setup(build) {
    const { outfile, write } = build.initialOptions;
    if (write === false) return;
    build.onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const file = resolve(root, outfile);
      const text = readFileSync(file, 'utf8');
      const escaped = text.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      if (escaped !== text) writeFileSync(file, escaped);
    });
  },
};

/**
 * esbuild gives each name the next short one that is free, terser the same few wherever it can, which packs better: 9 KB
 * of the extension. Nothing but names is touched.
 */
const shortNames = {
  name: 'short-names',
  setup(build) {
    const { outfile, write, minify } = build.initialOptions;
    if (write === false || !minify) return;
    build.onEnd(async ({ errors }) => {
      if (errors.length > 0) return;
      const file = resolve(root, outfile);
      const options = { compress: false, format: { ascii_only: true } };
      const { code } = await terser(readFileSync(file, 'utf8'), options);
      writeFileSync(file, code);
    });
  },
};

const builtin = builtinModules.flatMap((name) => [name, `node:${name}`]);

/**
 * A program for Node.js and browsers. What only one of them has is imported once we know where we are, so that the
 * other never asks for it.
 *
 * @type {import('esbuild').BuildOptions}
 */
const bothHosts = {
  platform: 'neutral',
  mainFields: ['module', 'main'],
  // A worker has no `document`: packages that use it where they can have another file for workers.
  conditions: ['worker', 'module', 'browser'],
  external: builtin,
  // These say that their other half is for Node.js only, which is where it is imported.
  alias: Object.fromEntries(
    [
      'vscode-languageclient',
      'vscode-languageserver',
      'vscode-languageserver-protocol',
      'vscode-jsonrpc',
    ].map((name) => [`${name}/node`, join(root, 'node_modules', name, 'lib/node/main.js')]),
  ),
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
    plugins: [manifest, withoutWriting, withoutInstalled, oneTableOfReferences, whenCalled, plainAscii],
  };
  const node = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
  const both = { ...common, ...bothHosts };

  return [
    {
      ...node,
      entryPoints: ['client/src/main.ts'],
      outfile: 'dist/main.js',
      external: ['vscode', './client.js'],
      // VS Code gives us its module where we ask with `require`.
      supported: { 'dynamic-import': false },
    },
    {
      ...both,
      format: 'cjs',
      entryPoints: ['client/src/client.ts'],
      outfile: 'dist/client.js',
      external: ['vscode', ...builtin],
      plugins: [...both.plugins, withoutVersions, shortNames],
    },
    { ...node, entryPoints: ['server/src/node/start/server.ts'], outfile: 'dist/server.js' },
    {
      ...both,
      format: 'iife',
      entryPoints: ['server/src/main.ts'],
      outfile: 'dist/server.program.js',
      plugins: [...both.plugins, withoutReasons],
    },
    {
      ...node,
      entryPoints: ['server/src/node/start/cli.ts'],
      outfile: 'dist/cli.js',
      banner: { js: '#!/usr/bin/env node' },
    },
    { ...node, entryPoints: ['server/src/node/cli.ts'], outfile: 'dist/cli.program.js' },
    {
      ...common,
      platform: 'browser',
      format: 'iife',
      entryPoints: ['client/src/preview/page.ts'],
      outfile: 'dist/preview.js',
    },
  ];
}
