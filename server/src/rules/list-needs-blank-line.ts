import type { SectionSpec } from '../newsletter/eras/profiles';
import { kindOfLine } from '../newsletter/issue/edges';
import { isEntryWithoutBullet } from '../newsletter/issue/entries';
import type { SiteLine } from '../newsletter/issue/lines';
import type { Piece } from '../newsletter/issue/piece';
import { plainTitle, specOfTitle } from '../newsletter/sections/titles';
import { definePieceRule, type Report } from './rule';

/**
 * docs/newsletter.md#list-under-a-line-of-text: the site starts neither list nor table directly under a line of text.
 */
export default definePieceRule({
  id: 'list-needs-blank-line',
  summary: 'A list or table directly under a paragraph, or under a heading without its #',
  why: 'On the site a list or table begins only after a blank line or a heading; without it all items run into one paragraph.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['changesSite', 'repair'],
  inTemplate: true,
  examples: [
    {
      title: 'a list under a sentence',
      bad: 'These are new:\n* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n',
      found: ['2:1-2: There is no blank line before this list: the site joins it with the text above'],
      fixes: ['Insert a blank line'],
      good: 'These are new:\n\n* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n',
    },
    {
      title: 'a table under a sentence',
      bad: '**Summary**:\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      found: ['2:1-10: There is no blank line before this table: the site joins it with the text above'],
      fixes: ['Insert a blank line'],
      good: '**Summary**:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    },
  ],
  check(piece, report) {
    const { lines, source } = piece;
    for (let n = 1; n < lines.length; n += 1) {
      const line = lines[n]!;
      const above = lines[n - 1]!;
      const title = lines[above.kind === 'blank' ? n - 2 : n - 1];
      const heading = line.bullet !== undefined && title?.kind === 'text' && headingMeant(piece, title);
      if (heading) {
        report(plainHeading(title, heading));
        continue;
      }
      const what = isLostList(line, above) ? 'list' : isLostTable(piece, n) ? 'table' : undefined;
      // An entry without bullet above wants its bullet, not a blank line.
      if (!what || isEntry(piece, above) || kindOfLine(source.lineText(n - 1)) === 'conflict') continue;
      const indented = line.indent >= 4;
      report({
        at: { start: line.first, end: what === 'list' ? line.first + 1 : line.end },
        message: `There is no blank line before this ${what}: the site joins it with the text above`,
        related: [{ start: above.first, end: above.end, message: 'The text above' }],
        // More than three blanks would make code of the list.
        fixes: indented
          ? []
          : [
              {
                title: 'Insert a blank line',
                all: true,
                edits: () => [{ start: source.line(n).start, end: source.line(n).start, text: '\n' }],
              },
            ],
      });
    }
  },
});

function plainHeading({ start, first, end }: SiteLine, { level, title }: SectionSpec): Report {
  const text = `${'#'.repeat(level)} ${title}`;
  return {
    at: { start: first, end },
    message: `“${plainTitle(title)}” is plain text; ${'#'.repeat(level)} makes it a heading`,
    fixes: [{ title: 'Make it a heading', preferred: true, edits: () => [{ start, end, text }] }],
  };
}

/** The section beside or below this one whose title a paragraph is, perhaps in bold. */
function headingMeant(piece: Piece, { head, number, start, first, end }: SiteLine): SectionSpec | undefined {
  if (head !== number) return undefined;
  const here = piece.sectionAt(start)?.spec;
  return specOfTitle(
    piece.profile,
    piece.source.text.slice(first, end),
    ({ parent }) => parent !== undefined && (parent === here?.key || parent === here?.parent),
  );
}

function isLostList(line: SiteLine, above: SiteLine): boolean {
  // A wrapped sentence may go on with "2024. ": only bullets mean a list.
  return line.lost === 'paragraph' && line.bullet !== '1' && above.kind !== 'item';
}

function isLostTable(piece: Piece, n: number): boolean {
  const { lines, source } = piece;
  const line = lines[n]!;
  const above = lines[n - 1]!;
  const below = lines[n + 1];
  if (line.kind !== 'text' || above.kind !== 'text' || !below || below.kind !== 'text') return false;
  if (source.text.charCodeAt(line.first) !== 124 || line.lost || above.lost) return false;
  if (!/^\|?[ :|-]*--[ :|-]*$/.test(source.text.slice(below.first, below.end))) return false;
  return !source.slice(above).includes('|');
}

function isEntry(piece: Piece, line: SiteLine): boolean {
  return (
    (line.kind === 'text' || line.kind === 'quote') &&
    isEntryWithoutBullet(piece.source.text.slice(line.first, line.end))
  );
}
