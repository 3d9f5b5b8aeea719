import { specOfTitle } from '../newsletter/sections/titles';
import { definePieceRule } from './rule';

/** GitHub forgives up to three blanks before a heading, the site none. */
export default definePieceRule({
  id: 'heading-indented',
  summary: 'Spaces before a heading',
  why: 'On the site a heading begins in the first column; with a space before it the #s are shown as text, and the section is lost.',
  severity: 'error',
  fix: 'always',
  tags: ['changesSite', 'repair'],
  inTemplate: true,
  examples: [
    {
      title: 'a space before the #s',
      bad: '## Upcoming Events\n\n ### Europe\n',
      found: ['3:1-12: There is a space before this heading: the site shows it as text'],
      fixes: ['Remove the spaces'],
      good: '## Upcoming Events\n\n### Europe\n',
    },
  ],
  check(piece, report) {
    for (const line of piece.lines) {
      if (line.indent === 0 || line.kind === 'comment' || line.kind === 'fence' || line.kind === 'front')
        continue;
      // To the parser it is a text, or code, that begins with a #.
      const text = piece.source.text.slice(line.first, line.end).trimEnd();
      const title = HEADING.exec(text)?.[1];
      if (title === undefined || piece.inComment(line.first)) continue;
      // Four blanks make a code block, in which a # may be anything; a known title is a heading all the same.
      if ((line.indent > 3 || piece.inCode(line.first)) && !specOfTitle(piece.profile, title)) continue;
      const blanks = { start: line.start, end: line.first };
      const count = line.first - line.start;
      report({
        at: { start: line.start, end: line.first + text.length },
        message: `There ${count > 1 ? `are ${count} spaces` : 'is a space'} before this heading: the site shows it as text`,
        fixes: [{ title: 'Remove the spaces', all: true, edits: () => [{ ...blanks, text: '' }] }],
      });
    }
  },
});

/** An indented heading is text to the site. */
const HEADING = /^#{1,6}[ \t]+(\S.*)/;
