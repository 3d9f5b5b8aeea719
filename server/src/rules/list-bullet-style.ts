import { isForeignBullet } from '../newsletter/issue/listForm';
import { isWithin } from '../newsletter/sections/sections';
import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'list-bullet-style',
  summary: 'A bullet is `-` or `+`',
  why: 'All lists of the newsletter use `*`; reviewers change every other bullet by hand (#4679, #5877).',
  severity: 'warning',
  fix: 'always',
  tags: ['layout'],
  inTemplate: true,
  yieldsTo: ['item-without-link'],
  examples: [
    {
      title: 'a dash',
      bad: '- [A post](https://example.com/a)\n',
      found: ['1:1-2: Expected the bullet *, found -'],
      fixes: ['Use *'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'nested',
      bad: '* [A feature](https://example.com/1)\n    + [Testing steps](https://example.com/2)\n',
      found: ['2:5-6: Expected the bullet *, found +'],
      fixes: ['Use *'],
      good: '* [A feature](https://example.com/1)\n    * [Testing steps](https://example.com/2)\n',
    },
  ],
  check(piece, report, frame) {
    if (frame.reformatted) return;
    for (const line of piece.lines) {
      if (line.kind !== 'item' || !isForeignBullet(line) || line.lost === 'code') continue;
      // There a dash introduces the quote's author.
      if (isWithin(piece.sectionAt(line.start), 'qotw')) continue;
      report({
        at: { start: line.first, end: line.first + 1 },
        message: `Expected the bullet *, found ${line.bullet}`,
        fixes: [
          {
            title: 'Use *',
            all: true,
            edits: () => [{ start: line.first, end: line.first + 1, text: '*' }],
          },
        ],
      });
    }
  },
});
