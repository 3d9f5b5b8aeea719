import { misplacedMarker } from '../newsletter/markers/misplaced';
import { readPrefix } from '../newsletter/markers/prefix';
import { definePieceRule } from './rule';

/** Markers inside a title or behind the link (README). */
export default definePieceRule({
  id: 'marker-position',
  in: ['community'],
  summary: 'A marker is inside the title or after the link',
  why: 'Markers come before the link, where readers see them first.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'inside the title',
      bad: '## Updates from Rust Community\n\n* [A talk (Video)](https://example.com/talk)\n',
      found: ['3:10-18: [video] belongs before the link, not in the title'],
      fixes: ['Move it before the link'],
      good: '## Updates from Rust Community\n\n* [video] [A talk](https://example.com/talk)\n',
    },
    {
      title: 'after the link',
      bad: '## Updates from Rust Community\n\n* [A talk](https://example.com/talk) [video]\n',
      found: ['3:37-45: [video] belongs before the link, not after the link'],
      fixes: ['Move it before the link'],
      good: '## Updates from Rust Community\n\n* [video] [A talk](https://example.com/talk)\n',
    },
  ],
  check(piece, report) {
    for (const item of piece.communityItems) {
      const prefix = readPrefix(piece, item);
      const found = prefix && misplacedMarker(piece, item, prefix);
      if (!found) continue;
      const there = prefix.words.some(({ marker }) => marker === found.marker);
      report({
        at: { start: found.start, end: found.end },
        message: there
          ? `The marker [${found.marker}] is before the link already`
          : `[${found.marker}] belongs before the link, not ${found.start < prefix.link.textRange.end ? 'in the title' : 'after the link'}`,
        fixes: [
          {
            title: there ? 'Remove the second one' : 'Move it before the link',
            preferred: true,
            edits: () => [
              { start: found.start, end: found.end, text: '' },
              ...(there
                ? []
                : [{ start: prefix.link.start, end: prefix.link.start, text: `[${found.marker}] ` }]),
            ],
          },
        ],
      });
    }
  },
});
