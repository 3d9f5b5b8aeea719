import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import {
  collectDefinitions,
  createRenderContext,
  cutChunks,
  noDefinitions,
  parseMarkdown,
  renderBody,
  renderChunk,
} from '../../server/src/markdown';

const cut = (text: string) => cutChunks(text).map(({ start, end }) => text.slice(start, end));

describe('cutChunks', () => {
  test.each<[name: string, chunks: string[]]>([
    ['at headings', ['intro\n\n', '# a\n* b\n', '## c']],
    ['without space and blank line', ['text\n', '#a\n', '#b\n']],
    ['not at an indented heading', ['text\n # a\n\n ## b\n']],
    ['not in a comment', ['<!--\n# a\n-->\n', '# b\n']],
    ['not in a fence', ['```\n# a\n```\n', '# b\n']],
    ['not in an open fence that closes later', ['~~~\n# a\n```\n# b\n~~~\n', '# c']],
    ['in a fence that never closes', ['```\n', '# a\n']],
    ['not in raw HTML', ['<div>\n# a\n\n# b\n']],
    ['not in a comment within a line', ['a <!-- b\n# c\n-->\n', '# d\n']],
    ['not in a piece indented into a list', ['* a\n\n    b\n# c\n']],
    ['not in a table', ['a | b\n--|--\n# c\n\n', '# d\n']],
    ['with CRLF', ['a\r\n', '# b\r\n\r\n', '# c']],
  ])('%s', (_name, chunks) => expect(cut(chunks.join(''))).toEqual(chunks));

  test('covers the text from its start', () => {
    const text = 'Title: x\n\na\n# b\n';
    expect(cutChunks(text, 10)).toEqual([
      { start: 10, end: 12 },
      { start: 12, end: 16 },
    ]);
    expect(cutChunks('')).toEqual([{ start: 0, end: 0 }]);
  });

  test('chunks render as the whole does', () => {
    const text = '# a\n* [x], [y][z]\n\n[x]: /1\n\n# a\n[x]: /2\n\n## a\n> q\n\n[Z]: /3\n';
    const ranges = cutChunks(text);
    const pieces = ranges.map(({ start, end }) => text.slice(start, end));
    const definitions = noDefinitions();
    for (const piece of pieces) collectDefinitions(parseMarkdown(piece), definitions);
    const labels = new Set(definitions.targets.keys());
    const context = createRenderContext(definitions);
    const html = pieces.map((piece) =>
      renderChunk(parseMarkdown(piece, { definitions: labels }), context).trim(),
    );
    expect(html.join('\n')).toBe(renderBody(text));
    expect(html[0]).toContain('<a href="/2">x</a>, <a href="/3">y</a>');
  });
});

describe('positions', () => {
  const text =
    '# h *e*\r\n* a [b](c)\r\n    * `d`\r\n\tlazy\r\n\r\n> q\r\n> r **s\r\n> t**\r\n\r\n[l]: u\r\n\r\n| 1 | 2 |\r\n|---|---|\r\n| 🦀 | x |\r\n\r\n<!-- c -->\r\n';
  const sources: string[] = [];
  const visit = (node: Nodes) => {
    const { start, end } = node.position!;
    sources.push(`${node.type} ${text.slice(start.offset, end.offset)}`);
    if ('children' in node) for (const child of node.children) visit(child);
  };

  test('cover the source exactly', () => {
    for (const node of parseMarkdown(text).children) visit(node);
    expect(sources).toEqual([
      'heading # h *e*',
      'text h ',
      'emphasis *e*',
      'text e',
      'list * a [b](c)\r\n    * `d`\r\n\tlazy',
      'listItem * a [b](c)\r\n    * `d`\r\n\tlazy',
      'paragraph a [b](c)',
      'text a ',
      'link [b](c)',
      'text b',
      'list * `d`\r\n\tlazy',
      'listItem * `d`\r\n\tlazy',
      'paragraph `d`\r\n\tlazy',
      'inlineCode `d`',
      'text \r\n\tlazy',
      'blockquote > q\r\n> r **s\r\n> t**',
      'paragraph q\r\n> r **s\r\n> t**',
      'text q\r\n> r ',
      'strong **s\r\n> t**',
      'text s\r\n> t',
      'definition [l]: u',
      'table | 1 | 2 |\r\n|---|---|\r\n| 🦀 | x |',
      'tableRow | 1 | 2 |',
      'tableCell 1',
      'text 1',
      'tableCell 2',
      'text 2',
      'tableRow | 🦀 | x |',
      'tableCell 🦀',
      'text 🦀',
      'tableCell x',
      'text x',
      'html <!-- c -->',
    ]);
  });

  test('have lines and columns', () => {
    const tree = parseMarkdown('a\r\n\r\n* b\r* c');
    expect(tree.children[1]!.position).toEqual({
      start: { line: 3, column: 1, offset: 5 },
      end: { line: 4, column: 4, offset: 12 },
    });
  });

  test('do not shift behind a byte order mark', () => {
    expect(parseMarkdown('\uFEFFa').children[0]!.position!.end.offset).toBe(2);
  });

  test('stand in the HTML for scroll sync', () => {
    const tree = parseMarkdown('* a\n* b');
    const context = { ...createRenderContext(noDefinitions(), { sourcePositions: true }), offset: 100 };
    expect(renderChunk(tree, context).replaceAll('\n', '')).toBe(
      '<ul data-source-start="100" data-source-end="107"><li data-source-start="100" data-source-end="103">a</li>' +
        '<li data-source-start="104" data-source-end="107">b</li></ul>',
    );
  });
});

describe('references', () => {
  test('resolve where the label is defined elsewhere', () => {
    const types = (definitions?: ReadonlySet<string>) => {
      const [paragraph] = parseMarkdown('[a][B  c]', definitions && { definitions }).children;
      return paragraph?.type === 'paragraph' && paragraph.children.map((node) => node.type);
    };
    expect(types()).toEqual(['text']);
    expect(types(new Set(['b c']))).toEqual(['linkReference']);
  });
});
