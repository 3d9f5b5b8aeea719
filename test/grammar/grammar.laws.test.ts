import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

// `npm run grammar` checks scopes one by one; here stands what needs whole files: silence and speed.

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const contributed: Contribution[] = JSON.parse(read('package.json')).contributes.grammars;
const paths: Record<string, string> = {
  'text.html.markdown': 'node_modules/tm-grammars/grammars/markdown.json',
  'text.html.derivative': 'node_modules/tm-grammars/grammars/html-derivative.json',
  'text.html.basic': 'node_modules/tm-grammars/grammars/html.json',
  ...Object.fromEntries(contributed.map(({ scopeName, path }) => [scopeName, path])),
};

async function loadMarkdown(injections: readonly Contribution[]): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
      createOnigString: (text: string) => new OnigString(text),
    }),
    loadGrammar: async (scope) => (paths[scope] ? parseRawGrammar(read(paths[scope]), paths[scope]) : null),
    getInjections: (scope) =>
      injections.filter((grammar) => grammar.injectTo.includes(scope)).map((grammar) => grammar.scopeName),
  });
  return (await registry.loadGrammar('text.html.markdown'))!;
}

/** Each line's tokens as [start, end, ...scopes]. */
function tokenize(grammar: IGrammar, text: string): (string | number)[][] {
  let state = INITIAL;
  return text.split('\n').flatMap((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => [token.startIndex, token.endIndex, ...token.scopes]);
  });
}

const FRONT = 'Title: This Week in Rust 679\nNumber: 679\nDate: 2026-11-25\nCategory: This Week in Rust\n\n';

let plain: IGrammar;
let ours: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url)
    .resolve('vscode-oniguruma')
    .replace(/main\.js$/, 'onig.wasm');
  await loadWASM(readFileSync(wasm));
  plain = await loadMarkdown([]);
  ours = await loadMarkdown(contributed);
});

describe('Markdown that is no newsletter', () => {
  const body = read('docs/sample/draft/2026-11-25-this-week-in-rust.md').replace(/^[\s\S]*?\n\n/, '');

  it.each([
    ['an issue without its front matter', body],
    [
      'a post with the front matter of another site',
      `Title: Release notes\nDate: 2026-11-25\nCategory: News\n\n${body}`,
    ],
    ['a page with YAML front matter', `---\ntitle: This Week in Rust\n---\n\n${body}`],
    ['front matter that does not stand at the top', `# Notes\n\n${FRONT}${body}`],
  ])('%s keeps its colors', (_, text) => {
    expect(tokenize(ours, text)).toEqual(tokenize(plain, text));
  });
});

describe('a newsletter', () => {
  it('keeps the colors of everything that is not its own', () => {
    const text = [
      '# Heading',
      '',
      'Some *emphasis*, **strength**, `code` and a [link](https://example.com).',
      '',
      '> a quote',
      '',
      '* an item with a [link](https://example.com/item)',
      '    1. a number in it',
      '',
      '```rust',
      'fn main() {}',
      '```',
      '',
      '| a | b |',
      '|---|---|',
      '| 1 | 2 |',
      '',
      '    code by indent',
      '',
      '[reference]: https://example.com/reference',
    ].join('\n');
    const count = tokenize(plain, text).length;
    const tokens = tokenize(ours, FRONT + text)
      .slice(-count)
      .map((token) => token.filter((scope) => scope !== 'meta.issue.twir'));
    expect(tokens).toEqual(tokenize(plain, text));
  });

  it.each([
    ['dates', (n: number) => `* 2026-11-26${' - 2026-11-26'.repeat(n)}`],
    ['places', (n: number) => `* 2026-11-26 | ${'Berlin, '.repeat(n)}`],
    ['pipes', (n: number) => `* 2026-11-26 ${'| '.repeat(n)}`],
    ['brackets', (n: number) => `* 2026-11-26 | Virtual | ${'[a'.repeat(n)}`],
    ['parentheses', (n: number) => `* 2026-11-26 | Virtual | [a]${'(a'.repeat(n)}`],
    ['stars', (n: number) => `* [**${'a*'.repeat(n)}`],
    ['markers', (n: number) => `* ${'[video] '.repeat(n)}`],
    ['comments', (n: number) => '<!-- '.repeat(n)],
    ['placeholders in a comment', (n: number) => `<!-- ${'* ['.repeat(n)}`],
    ['links', (n: number) => '[a](b) '.repeat(n)],
    ['blanks', (n: number) => `* 2026-11-26${' '.repeat(n)}x`],
  ])('is not held up by a long line of %s', (_, line) => {
    // VS Code leaves longer lines without colors. The base grammar's own time is taken off: it is not linear.
    const text = FRONT + line(10_000).slice(0, 20_000);
    const seconds = (grammar: IGrammar) => {
      const start = process.cpuUsage();
      tokenize(grammar, text);
      return process.cpuUsage(start).user / 1e6;
    };
    expect(seconds(ours) - seconds(plain)).toBeLessThan(3);
  });
});
