import type { Difference } from '../markdown/github/differences';
import type { Reading } from '../markdown/github/lineReadings';
import type { Piece } from '../newsletter/issue/piece';
import { definePieceRule } from './rule';

/** docs/newsletter.md#how-the-site-reads-markdown: what GitHub shows in a pull request is not what readers get. */
export default definePieceRule({
  id: 'renders-differently',
  summary: 'The site shows something else than GitHub does',
  why: 'Authors and reviewers look at GitHub, readers at the site, and the two read Markdown differently. This rule speaks where a list, table, heading, code block or link that GitHub shows gets lost on the site and no other rule can say why.',
  severity: 'warning',
  fix: 'never',
  tags: ['changesSite'],
  yieldsTo: [
    'accidental-heading',
    'backslash-escape',
    'backtick-unbalanced',
    'bold-unbalanced',
    'code-block-accident',
    'comment-trailing-space',
    'comment-unclosed',
    'fcp-group-heading',
    'formatter-damage',
    'heading-blank-line',
    'heading-indented',
    'heading-level',
    'heading-text',
    'html-unescaped',
    'item-without-link',
    'link-form',
    'link-split',
    'link-text-padding',
    'list-blank-line-inside',
    'list-bullet-style',
    'list-item-bullet-missing',
    'list-items-on-one-line',
    'list-needs-blank-line',
    'merge-conflict',
    'nested-list-indent',
    'reference-undefined',
  ],
  inTemplate: true,
  examples: [
    {
      title: 'a code block in a quotation',
      bad: '> It says:\n> ```\n> error: not found\n> ```\n',
      found: ['2:1-6: The site shows this code block as running text'],
      good: '> It says:\n>\n>     error: not found\n',
    },
  ],
  check(piece, report, frame) {
    // One finding tells all that a formatter did.
    if (frame.reformatted) return;
    for (const difference of piece.differences) {
      const message = describe(difference);
      if (!message) continue;
      const { start, end, piece: within } = difference;
      report({ at: { start, end: endOfLine(piece, start, end) }, within, message });
    }
  },
});

/** Marks one line: what follows is the same difference. */
function endOfLine({ source }: Piece, start: number, end: number): number {
  return Math.min(end, source.lineAt(start).end);
}

/** In words, what readers get; undefined where the site shows all that GitHub does, or what is meant is unclear. */
function describe({ what, site, github }: Difference): string | undefined {
  if (what === 'link') return 'The site shows the brackets of a link here, GitHub shows the link';
  if (what === 'emphasis') return 'The site shows the marks of emphasis here, GitHub shows the emphasis';
  if (site === 'code') return `The site shows ${nameOf(github)} as code`;
  if (isItem(github))
    return isItem(site)
      ? `The site shows this item at level ${levelOf(site)} of the list, GitHub at level ${levelOf(github)}`
      : `The site shows this list as ${shownAs(site)}`;
  if (isHeading(site) && !isHeading(github)) return 'The site makes a heading of this line';
  if (isHeading(github) || github === 'code' || github === 'table')
    return `The site shows ${nameOf(github)} as ${shownAs(site)}`;
  return undefined;
}

const isItem = (reading: Reading) => reading.startsWith('item');
const isHeading = (reading: Reading) => reading.startsWith('heading');

function levelOf(reading: Reading): number {
  return Number(reading.split(' ')[1]) + 1;
}

function nameOf(reading: Reading): string {
  if (isItem(reading)) return 'this list';
  if (isHeading(reading)) return 'this heading';
  return (
    { code: 'this code block', table: 'this table', quote: 'this quotation' }[reading as string] ??
    'this text'
  );
}

function shownAs(reading: Reading): string {
  if (isItem(reading)) return 'a list';
  if (isHeading(reading)) return 'a heading';
  return reading === 'table' ? 'a table' : 'running text';
}
