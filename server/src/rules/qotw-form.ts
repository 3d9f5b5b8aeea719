import type { Piece } from '../newsletter/issue/piece';
import { within } from '../newsletter/issue/within';
import { quotesOf } from '../newsletter/sections/quote';
import type { Range } from '../text/sourceText';
import { fillBelow } from './fillBelow';
import { definePieceRule } from './rule';
import { gluedThanks, thanksSlip } from './thanksSlip';

// biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's tab stops
const SOURCE = '\n\n– [${1:name} on ${2:place}](${3:https://})';
/** A week without a quote is told in a sentence, e.g. issue 439. */
const CREDIT = /^(?:Thank|&[mn]dash;|[-–—―]\s*\[)/m;

/** A source of several words; an editor who quotes nobody else leaves the name. */
const PLACE = /\w \S/;
const THANKS = /^Thanks?\b/;
const TOPIC = 'https://users.rust-lang.org/t/twir-quote-of-the-week/328/';
/** A post in the topic; whoever shared it is told by `link-tracking`. */
const POST = /^https:\/\/users\.rust-lang\.org\/t\/twir-quote-of-the-week\/328\/\d+\/?(?:\?u=[^&]*)?$/;

/** The quote of the week is a block quote with a line on who said it. */
export default definePieceRule({
  id: 'qotw-form',
  in: ['qotw'],
  summary: 'The quote of the week is not in the usual form',
  why: 'A block quote, then a line of its own with a dash and the source: without the blank line between them the site makes the source a part of the quote.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'sometimes',
  yieldsTo: ['placeholder-blank'],
  examples: [
    {
      title: 'the blank line is missing',
      bad: '# Quote of the Week\n\n> Quite so.\n– [A on B](https://example.com/a)\n\nThanks to [C](https://users.rust-lang.org/t/twir-quote-of-the-week/328/7) for the suggestion!\n',
      found: ['4:1-34: There is no blank line between the quote and its source'],
      fixes: ['Insert a blank line'],
      good: '# Quote of the Week\n\n> Quite so.\n\n– [A on B](https://example.com/a)\n\nThanks to [C](https://users.rust-lang.org/t/twir-quote-of-the-week/328/7) for the suggestion!\n',
    },
    {
      title: 'nobody said it',
      bad: '# Quote of the Week\n\n> Quite so.\n\nThanks to [C](https://users.rust-lang.org/t/twir-quote-of-the-week/328/7) for the suggestion!\n',
      found: ['3:1-12: The source of the quote is missing: “– [name on place](address)”'],
      fixes: ['Insert the source of the quote'],
      good: '# Quote of the Week\n\n> Quite so.\n\n– [A on B](https://example.com/a)\n\nThanks to [C](https://users.rust-lang.org/t/twir-quote-of-the-week/328/7) for the suggestion!\n',
    },
    {
      title: 'the source has no link',
      bad: '# Quote of the Week\n\n> Quite so.\n\n– A on B\n',
      found: ['5:1-9 info: The source of the quote has no link: “– [name on place](address)”'],
      good: '# Quote of the Week\n\n> Quite so.\n\n– [A on B](https://example.com/a)\n',
    },
    {
      title: 'thanks without a link',
      bad: '# Quote of the Week\n\n> Quite so.\n\n– [A on B](https://example.com/a)\n\nThanks to C for the suggestion!\n',
      found: ['7:1-32 info: The thanks have no link to the post with the suggestion'],
      good: '# Quote of the Week\n\n> Quite so.\n\n– [A on B](https://example.com/a)\n\nThanks to [C](https://users.rust-lang.org/t/twir-quote-of-the-week/328/7) for the suggestion!\n',
    },
  ],
  check(piece, report) {
    if (piece.placeholders.some(({ spec }) => spec.id === 'qotw')) return;
    for (const { section, blocks, quote, attribution, joined } of quotesOf(piece)) {
      const heading = { start: section.start, end: section.heading.end };
      const thanks = blocks.find((block) => THANKS.test(piece.source.slice(block)));
      for (const glued of gluedThanks(piece, blocks)) report(glued);
      const slip = thanks && thanksSlip(piece, thanks);
      if (slip) report({ ...slip, severity: 'info' });
      if (
        thanks &&
        /\bfor the suggestion\b/.test(piece.source.slice(thanks)) &&
        within(piece.links, thanks).length === 0
      )
        report({
          at: { start: thanks.start, end: thanks.end },
          severity: 'info',
          message: 'The thanks have no link to the post with the suggestion',
        });
      for (const at of thanks ? wrongThanks(piece, thanks) : [])
        report({
          at,
          severity: 'info',
          message: `This is not a post in the topic “Quote of the Week”: ${TOPIC}…`,
        });
      if (!quote) {
        const credit = blocks.find((block) => CREDIT.test(piece.source.slice(block)));
        if (blocks.length > 0 && !credit) continue;
        const first = blocks[0];
        report({
          at: credit && first ? { start: first.start, end: first.end } : heading,
          message: 'The quote is not a block quote, whose lines begin with “>”',
          fixes: first ? [] : fillBelow('qotw', heading),
        });
      } else if (!attribution) {
        const line = piece.source.lineAt(quote.end);
        report({
          at: { start: Math.max(line.start, quote.start), end: line.end },
          message: 'The source of the quote is missing: “– [name on place](address)”',
          fixes: [
            {
              title: 'Insert the source of the quote',
              snippet: true,
              edits: () => [{ start: line.end, end: line.end, text: SOURCE }],
            },
          ],
        });
      } else if (joined) {
        const at = markOfQuote(piece, attribution.start);
        report({
          at: attribution,
          message: 'There is no blank line between the quote and its source',
          fixes: [{ title: 'Insert a blank line', all: true, edits: () => [{ ...at, text: '\n' }] }],
        });
      } else if (
        within(piece.links, attribution).length === 0 &&
        PLACE.test(piece.source.slice(attribution))
      ) {
        report({
          at: attribution,
          severity: 'info',
          message: 'The source of the quote has no link: “– [name on place](address)”',
        });
      }
    }
  },
});

/** What the blank line before the source takes the place of: `> `, and a line above with nothing else. */
function markOfQuote({ source }: Piece, attribution: number): Range {
  const line = source.lineAt(attribution);
  if (source.text[line.start] !== '>') return { start: line.start, end: line.start };
  const above = source.line(line.number - 1);
  return { start: source.slice(above).trim() === '>' ? above.start : line.start, end: attribution };
}

/** Addresses in the thanks for a suggestion that lead elsewhere than to the post with it. */
function wrongThanks(piece: Piece, thanks: Range): Range[] {
  return within(piece.links, thanks)
    .filter(({ kind, url }) => kind === 'inline' && url !== '' && !POST.test(url))
    .map(({ urlRange }) => urlRange);
}
