import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache';
import { nodeFor } from './node-runtime';
import { npm, unpack } from './npm';

/** A VS Code that runs as a server and is used in a browser. */
export interface BrowserVSCode {
  /** As VS Code calls itself, such as `1.96.4`. */
  readonly version: string;
  /** The folder with `out/` and `extensions/`. */
  readonly root: string;
  /** The Node program that runs it. */
  readonly node: string;
}

/** Heavy, or in need of native modules, and of no use to a newsletter. */
const leftOut = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/github',
  'extensions/ms-vscode.*',
  'extensions/git',
  'extensions/typescript-language-features',
].map((path) => `--exclude=package/lib/vscode/${path}`);

/** The modules the server and the node extension host load at start; some exist in some versions only. */
const needed = [
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'minimist',
  'tas-client',
  'tas-client-umd',
  'undici',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
];

/** Native modules at versions that ship their binaries: the pinned ones compile or download at install. */
const native = {
  '@parcel/watcher': '2.5.6',
  '@vscode/ripgrep': '1.18.0',
  '@vscode/ripgrep-universal': 'npm:@vscode/ripgrep@1.18.0',
};

interface Shrinkwrap {
  packages: Record<string, { version?: string } | undefined>;
}

/** VS Code `version` out of the npm package code-server, which holds it with all its parts. */
export async function provideCodeServer(version: string): Promise<BrowserVSCode> {
  const spec = `code-server@${version.replace(/^1/, '4')}`;
  const root = await cached(
    `vscode-${version}`,
    `VS Code ${version} from the npm package ${spec}`,
    async (into) => {
      await unpack(spec, into, [...leftOut, '--exclude=*.map', '--strip-components=3', 'package/lib/vscode']);
      writeFileSync(join(into, 'package.json'), JSON.stringify(manifest(into), null, 2));
      rmSync(join(into, 'npm-shrinkwrap.json'));
      await npm(
        ['install', '--ignore-scripts', '--omit=dev', '--no-package-lock', '--no-audit', '--loglevel=error'],
        into,
      );
    },
  );
  return { version, root, node: await nodeFor(Number(version.split('.')[1])) };
}

/**
 * The unpacked package.json with only the modules we need.
 *
 * Its own list cannot be installed: it compiles native modules and asks for some from git.
 */
function manifest(root: string): object {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { packages } = read('npm-shrinkwrap.json') as Shrinkwrap;
  const original = read('package.json') as {
    version: string;
    type?: string;
    dependencies: Record<string, string>;
  };
  const dependencies: Record<string, string> = { ...native };
  for (const name of needed) {
    const range = original.dependencies[name];
    const pinned = packages[`node_modules/${name}`]?.version;
    // 1.96 pins the proxy agent to a git commit that calls itself by the number in the range.
    const version = name === '@vscode/proxy-agent' ? range : (pinned ?? range);
    if (version) dependencies[name] = version;
  }
  const { type } = original;
  return { name: 'code-oss', version: original.version, private: true, ...(type && { type }), dependencies };
}
