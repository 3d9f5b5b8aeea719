import type { Piece } from '../newsletter/issue/piece';
import { definePieceRule } from './rule';

/** Lists whose items have one link each, on GitHub. */
const SINGLE = /^(?:project|cfp\/projects|approved-rfcs|new-rfcs|fcp|qotw)(?:\/|$)/;
const GITHUB = /^https:\/\/github\.com\//;
/** What joins two items whose line break got lost. */
const JOINT = /^[ \t]*[,;]?[ \t]*$/;

export default definePieceRule({
  id: 'list-items-on-one-line',
  summary: 'Two items on one line',
  why: 'A line break got lost: the site shows the second item’s asterisk in the middle of the first.',
  severity: 'error',
  fix: 'always',
  tags: ['repair'],
  examples: [
    {
      title: 'a lost line break',
      bad: '* [A post](https://example.com/a) * [Another](https://example.com/b)\n',
      found: ['1:34-37: Another item begins here, on the line of the first'],
      fixes: ['Split the line'],
      good: '* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n',
    },
    {
      title: 'an event and its title',
      bad: '* 2026-03-05 | Virtual | [Some Group](https://example.com/group) * [**Hack Night**](https://example.com/event)\n',
      found: ['1:65-68: Another item begins here, on the line of the first'],
      fixes: ['Split the line'],
      good: '* 2026-03-05 | Virtual | [Some Group](https://example.com/group)\n    * [**Hack Night**](https://example.com/event)\n',
    },
    {
      title: 'a comma for a line break',
      bad: '## Updates from the Rust Project\n\n#### Compiler\n* [warn early](https://github.com/rust-lang/rust/pull/1), [warn late](https://github.com/rust-lang/rust/pull/2)\n',
      found: ['4:57-112: Another item begins here, on the line of the first'],
      fixes: ['Split the line'],
      good: '## Updates from the Rust Project\n\n#### Compiler\n* [warn early](https://github.com/rust-lang/rust/pull/1)\n* [warn late](https://github.com/rust-lang/rust/pull/2)\n',
    },
  ],
  check(piece, report) {
    for (const at of joined(piece)) {
      const start = at.start;
      const indent = ' '.repeat(at.indent);
      report({
        at: { start, end: at.linkEnd },
        message: 'Another item begins here, on the line of the first',
        fixes: [
          {
            title: 'Split the line',
            all: true,
            edits: () => [{ start, end: at.linkStart, text: `\n${indent}* ` }],
          },
        ],
      });
    }
    const { prose } = piece;
    for (const line of piece.lines) {
      if (line.kind !== 'item' || line.lost === 'code') continue;
      const text = prose.text.slice(line.start, line.end);
      if (!text.includes('*', line.first + 1 - line.start)) continue;
      // A bullet in the middle of a line begins no item.
      for (const match of text.matchAll(
        /(\))([ \t]*)\*[ \t]*(?=(?:\[[^\]\r\n]{1,20}\] ?)?\[[^\]\r\n]|\d{4}-\d\d-\d\d \|)/g,
      )) {
        const start = line.start + match.index + 1;
        const end = line.start + match.index + match[0].length;
        const nested = /^\[\*\*/.test(prose.text.slice(end, end + 3));
        const indent = nested ? '    ' : ' '.repeat(line.indent);
        report({
          at: { start: end - match[0].trimStart().length + 1, end },
          message: 'Another item begins here, on the line of the first',
          fixes: [
            { title: 'Split the line', all: true, edits: () => [{ start, end, text: `\n${indent}* ` }] },
          ],
        });
      }
    }
  },
});

/** Where a second link on GitHub follows the first with nothing but a comma between, in lists of one link an item. */
function* joined(piece: Piece) {
  for (const { links, children, start, content } of piece.items) {
    if (links.length < 2 || children.length > 0) continue;
    // In `clippy: new lints [..], [..]` they are one item.
    if (!/^(?:\[[^\]\r\n]*\] ?)*$/.test(piece.source.text.slice(content.start, links[0]!.start))) continue;
    if (!SINGLE.test(piece.sectionAt(start)?.spec?.key ?? '')) continue;
    for (const [index, link] of links.slice(1).entries()) {
      const before = links[index]!;
      const between = piece.source.text.slice(before.end, link.start);
      if (!JOINT.test(between) || ![before, link].every(({ url }) => GITHUB.test(url))) continue;
      const { indent } = piece.lines[piece.source.lineNumberAt(start)]!;
      yield { start: before.end, linkStart: link.start, linkEnd: link.end, indent };
    }
  }
}
