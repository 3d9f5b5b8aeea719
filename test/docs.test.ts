import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

function filesIn(folder: string, endings: RegExp): string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => endings.test(path))
    .sort();
}

interface Reference {
  readonly line: number;
  /** Path from the root of the project, with `#anchor` where one is named. */
  readonly target: string;
}

/** The documents that code and other files name: `docs/name.md`, `docs/name.md#anchor`. */
function citedIn(text: string): Reference[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\bdocs\/[\w./-]+\.md(?:#[\w-]+)?/g)].map(([target]) => ({
      line: index + 1,
      target,
    })),
  );
}

/** The relative links and pictures of a Markdown file at `path`. */
function linkedIn(path: string, text: string): Reference[] {
  const found: Reference[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const { url } = node;
      if (!/^[a-z][a-z+.-]*:/i.test(url)) {
        const [file, anchor] = url.split('#');
        const target = file === '' ? path : posix.join(posix.dirname(path), file!);
        found.push({
          line: node.position!.start.line,
          target: anchor === undefined ? target : `${target}#${anchor}`,
        });
      }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(remark().parse(text));
  return found;
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const node of remark().parse(text).children) {
    if (node.type !== 'heading') continue;
    const slug = textOf(node)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let anchor = slug;
    for (let n = 1; anchors.has(anchor); n += 1) anchor = `${slug}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

const known = new Map<string, Set<string>>();

/** The anchors of a file of the project. */
function anchorsIn(path: string): Set<string> {
  const anchors = known.get(path) ?? anchorsOf(read(path));
  known.set(path, anchors);
  return anchors;
}

/** What is wrong with a reference; undefined when it leads somewhere. */
function broken({ target }: Reference): string | undefined {
  const [path, anchor] = target.split('#');
  if (!existsSync(`${root}/${path}`)) return `no file ${path}`;
  if (anchor === undefined || !statSync(`${root}/${path}`).isFile()) return undefined;
  return anchorsIn(path!).has(anchor) ? undefined : `no heading #${anchor} in ${path}`;
}

const complaints = (path: string, references: readonly Reference[]) =>
  references.flatMap((reference) => {
    const why = broken(reference);
    return why ? [`${path}:${reference.line}: ${why}`] : [];
  });

describe('documents', () => {
  const documents = [
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
    ...filesIn('docs', /\.md$/).filter((path) => !path.startsWith('docs/sample/')),
  ];
  const sources = [
    ...['server/src', 'client/src', 'test', 'scripts', '.github'].flatMap((folder) =>
      filesIn(folder, /\.(?:ts|mts|mjs|yml|css)$/),
    ),
    'package.json',
  ].filter((path) => path !== 'test/docs.test.ts');

  it('have no link that leads nowhere', () => {
    expect(documents.flatMap((path) => complaints(path, linkedIn(path, read(path))))).toEqual([]);
  });

  it('are cited under names and headings that they have', () => {
    const cited = sources.map((path) => [path, citedIn(read(path))] as const);
    expect(cited.reduce((sum, [, references]) => sum + references.length, 0)).toBeGreaterThan(20);
    expect(cited.flatMap(([path, references]) => complaints(path, references))).toEqual([]);
  });

  it('name files of the project that exist', () => {
    const places = ['', 'server/src/', 'test/', 'docs/'];
    const named = [
      ...read('docs/architecture.md').matchAll(/`((?:[\w-]+\/)+(?:[\w.-]+\.\w+)?|[\w-]+\.ts)`/g),
    ];
    expect(named.length).toBeGreaterThan(40);
    // `dist/` and `build/` are made.
    const missing = named
      .map(([, path]) => path!)
      .filter((path) => !/^(?:dist|build)\//.test(path))
      .filter((path) => !places.some((place) => existsSync(`${root}/${place}${path}`)));
    expect(missing).toEqual([]);
  });

  it('are in American English, and so are comments', () => {
    const british =
      /\b\w*(?:colour|neighbour|behaviour|favour|licence|recognis|organis(?:e|ed|ing)\b|spelt\b|learnt\b)\w*/gi;
    // A dictionary has both spellings.
    const own = [...documents, ...sources].filter((path) => !path.endsWith('/dictionary.test.ts'));
    const slips = own.flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, index) => (line.match(british) ?? []).map((word) => `${path}:${index + 1}: ${word}`)),
    );
    expect(slips).toEqual([]);
  });

  it('are the only specification that comments name', () => {
    const outside = /\b(?:domain|design|style)\.md\b|\([Dd]omain\b|\b[Dd]omain,? chapters? \d/;
    const lines = sources.flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, index) => (outside.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
    expect(lines).toEqual([]);
  });
});

describe('the check of documents', () => {
  it('finds files and headings that do not exist', () => {
    const cited = citedIn('// docs/newsletter.md#eras\n// docs/newsletter.md#no-such, docs/none.md');
    expect(complaints('a.ts', cited)).toEqual([
      'a.ts:2: no heading #no-such in docs/newsletter.md',
      'a.ts:2: no file docs/none.md',
    ]);
  });

  it('reads links from where a document is, without those in code', () => {
    const text =
      '[a](glossary.md), [b](../README.md#none)\n\n`[c](nowhere.md)` [d](https://example.com)\n\n![e](x.png)';
    expect(complaints('docs/a.md', linkedIn('docs/a.md', text))).toEqual([
      'docs/a.md:1: no heading #none in README.md',
      'docs/a.md:5: no file docs/x.png',
    ]);
  });

  it('makes anchors as GitHub does', () => {
    expect([...anchorsOf('# A `b` C!\n\n## Fix & all\n\n## Fix & all\n')]).toEqual([
      'a-b-c',
      'fix--all',
      'fix--all-1',
    ]);
  });
});

describe('configurations of editors in docs/editors.md', () => {
  it.each(['neovim.lua', 'eglot.el', 'ale.vim'])('are what the tests use: %s', (name) => {
    expect(read('docs/editors.md')).toContain(`\n${read(`test/editors/${name}`)}\`\`\``);
  });
});
