import { definePieceRule } from './rule';

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
  ],
  check(piece, report) {
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
