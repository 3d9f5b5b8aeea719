import type { Difference, Reading } from '../markdown/github/differences';
import type { Issue } from '../newsletter/issue/issue';
import { overlaps, type Range } from '../text/sourceText';
import accidentalHeading from './accidental-heading';
import backslashEscape from './backslash-escape';
import backtickUnbalanced from './backtick-unbalanced';
import boldUnbalanced from './bold-unbalanced';
import codeBlockAccident from './code-block-accident';
import commentTrailingSpace from './comment-trailing-space';
import commentUnclosed from './comment-unclosed';
import fcpGroupHeading from './fcp-group-heading';
import formatterDamage from './formatter-damage';
import headingBlankLine from './heading-blank-line';
import headingIndented from './heading-indented';
import headingLevel from './heading-level';
import headingText from './heading-text';
import htmlUnescaped from './html-unescaped';
import linkForm from './link-form';
import linkSplit from './link-split';
import linkTextPadding from './link-text-padding';
import listBlankLineInside from './list-blank-line-inside';
import listBulletStyle from './list-bullet-style';
import listItemBulletMissing from './list-item-bullet-missing';
import listItemsOnOneLine from './list-items-on-one-line';
import listNeedsBlankLine from './list-needs-blank-line';
import mergeConflict from './merge-conflict';
import nestedListIndent from './nested-list-indent';
import referenceUndefined from './reference-undefined';
import { defineRule, type RuleContext } from './rule';

/** Rules that say what is wrong, and often mend it, where this one only sees that something is. */
const KNOW_BETTER = [
  accidentalHeading,
  backslashEscape,
  backtickUnbalanced,
  boldUnbalanced,
  codeBlockAccident,
  commentTrailingSpace,
  commentUnclosed,
  fcpGroupHeading,
  formatterDamage,
  headingBlankLine,
  headingIndented,
  headingLevel,
  headingText,
  htmlUnescaped,
  linkForm,
  linkSplit,
  linkTextPadding,
  listBlankLineInside,
  listBulletStyle,
  listItemBulletMissing,
  listItemsOnOneLine,
  listNeedsBlankLine,
  mergeConflict,
  nestedListIndent,
  referenceUndefined,
];

/** docs/newsletter.md#how-the-site-reads-markdown: what GitHub shows in a pull request is not what readers get. */
export default defineRule({
  id: 'renders-differently',
  summary: 'The site shows something else than GitHub does',
  why: 'Authors and reviewers look at GitHub, readers at the site, and the two read Markdown differently. This rule speaks where a list, table, heading, code block or link that GitHub shows gets lost on the site and no other rule can say why.',
  severity: 'warning',
  fix: 'never',
  inTemplate: true,
  examples: [
    {
      title: 'a code block in a quotation',
      bad: '> It says:\n> ```\n> error: not found\n> ```\n',
      good: '> It says:\n>\n>     error: not found\n',
    },
  ],
  check(context) {
    const told = context.issue.differences.flatMap((difference) => {
      const message = describe(difference);
      return message ? [{ ...difference, message }] : [];
    });
    if (told.length === 0) return;
    const known = explained(context);
    if (known === 'everything') return;
    let last = -1;
    for (const { start, end, piece, message } of told) {
      // The first difference of a piece tends to be the cause of the others.
      if (piece.start === last || known.some((range) => overlaps(range, piece))) continue;
      last = piece.start;
      context.report({ at: { start, end: endOfLine(context.issue, start, end) }, message });
    }
  },
});

/** Where other rules speak, whether or not the author wants to hear them. */
function explained({ issue, options, archive }: RuleContext): Range[] | 'everything' {
  const ranges: Range[] = [];
  for (const rule of KNOW_BETTER) {
    if (issue.kind === 'template' && !rule.inTemplate) continue;
    const before = ranges.length;
    rule.check({
      issue,
      options,
      archive,
      report: ({ at, related = [] }) => ranges.push(at, ...related.filter(({ uri }) => uri === undefined)),
    });
    if (rule === formatterDamage && ranges.length > before) return 'everything';
  }
  // An empty range, as of a missing line, still touches the lines around it.
  return ranges.map(({ start, end }) => ({ start: Math.max(0, start - 1), end: end + 1 }));
}

/** Marks one line: what follows is the same difference. */
function endOfLine({ source }: Issue, start: number, end: number): number {
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
