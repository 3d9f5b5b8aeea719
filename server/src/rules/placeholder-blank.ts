import { findBlanks } from '../newsletter/placeholders/blanks';
import { definePieceRule } from './rule';

/** What a fill or a snippet left open is a placeholder until it is changed. */
export default definePieceRule({
  id: 'placeholder-blank',
  summary: 'A part that a fill or a snippet left open is not filled in',
  why: 'Fills write all that can be computed and leave the rest open: a “Title” or an address without its number is easily taken for finished text.',
  severity: 'info',
  releaseSeverity: 'error',
  fix: 'never',
  tags: ['placeholder', 'open'],
  examples: [
    {
      title: 'a pull request without title and number',
      bad: '### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n\n* [Title](https://github.com/rust-lang/rfcs/pull/)\n',
      found: ['3:4-50: Still to be filled in: the title and the number'],
      good: '### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n\n* [A better loop](https://github.com/rust-lang/rfcs/pull/1)\n',
    },
    {
      title: 'what the crate does',
      bad: "## Crate of the Week\n\nThis week's crate is [widget](https://example.com/widget), a crate to ….\n",
      found: ['3:60-72: Still to be filled in: what the crate does'],
      good: "## Crate of the Week\n\nThis week's crate is [widget](https://example.com/widget), a crate to draw widgets.\n",
    },
  ],
  check(piece, report) {
    for (const { wanted, unsure, ...at } of findBlanks(piece))
      report({
        at,
        message: `Still to be filled in: ${wanted}`,
        ...(unsure ? { severity: 'info' as const } : {}),
      });
  },
});
