import { weeklyBlocks } from '../newsletter/issue/contents';
import { definePieceRule } from './rule';
import { gluedThanks, thanksSlip } from './thanksSlip';

const THANKS = /^Thank/i;
const POST = /^https:\/\/users\.rust-lang\.org\/t\/crate-of-the-week\/2704\/\d+\/?(?:\?u=[^&]*)?$/;

/** Who suggested the crate, with the post in which they did. */
export default definePieceRule({
  id: 'cotw-thanks',
  in: ['cotw'],
  summary:
    'The thanks for the crate of the week lack the post with the suggestion, or are written in another way',
  why: 'The suggestions come from the topic “Crate of the Week” on the users forum; the link leads to the very post.',
  severity: 'info',
  fix: 'sometimes',
  yieldsTo: ['placeholder-blank'],
  examples: [
    {
      title: 'the link leads to the topic, not to the post',
      bad: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), an example.\n\nThanks to [B](https://users.rust-lang.org/t/crate-of-the-week/2704) for the suggestion!\n",
      found: [
        '5:15-67: This is not a post in the topic “Crate of the Week”: https://users.rust-lang.org/t/crate-of-the-week/2704/…',
      ],
      good: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), an example.\n\nThanks to [B](https://users.rust-lang.org/t/crate-of-the-week/2704/7) for the suggestion!\n",
    },
    {
      title: 'the exclamation mark is missing',
      bad: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), an example.\n\nThanks to [B](https://users.rust-lang.org/t/crate-of-the-week/2704/7) for the suggestion\n",
      found: ['5:71-89: These thanks usually end with “for the suggestion!”'],
      fixes: ['Write “for the suggestion!”'],
      good: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), an example.\n\nThanks to [B](https://users.rust-lang.org/t/crate-of-the-week/2704/7) for the suggestion!\n",
    },
    {
      title: 'the blank line is missing',
      bad: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), an example.\nThanks to [B](https://users.rust-lang.org/t/crate-of-the-week/2704/7) for the suggestion!\n",
      found: ['4:1-90 warning: There is no blank line before the thanks'],
      fixes: ['Insert a blank line'],
      good: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), an example.\n\nThanks to [B](https://users.rust-lang.org/t/crate-of-the-week/2704/7) for the suggestion!\n",
    },
  ],
  check(piece, report) {
    for (const section of piece.sectionsOf('cotw')) {
      const blocks = weeklyBlocks(piece, section);
      if (blocks.length === 0) continue;
      for (const glued of gluedThanks(piece, blocks)) report(glued);
      const thanks = blocks.slice(1).find((block) => THANKS.test(piece.source.slice(block)));
      if (!thanks) {
        // Without a suggestion the editor writes what comes to mind: any second paragraph will do.
        const [crate] = blocks;
        if (blocks.length > 1 || /\bThank/.test(piece.source.slice(crate!))) continue;
        report({
          at: { start: section.start, end: section.heading.end },
          message: 'Nobody is thanked for the suggestion, and no sentence says how the crate was chosen',
        });
        continue;
      }
      const slip = thanksSlip(piece, thanks);
      if (slip) report(slip);
      const links = piece.links.filter(
        ({ kind, start, end }) => kind === 'inline' && start >= thanks.start && end <= thanks.end,
      );
      if (links.length === 0) {
        report({
          at: { start: thanks.start, end: thanks.end },
          message: 'The thanks have no link to the post with the suggestion',
        });
      }
      for (const link of links) {
        if (POST.test(link.url)) continue;
        report({
          at: link.urlRange,
          message:
            'This is not a post in the topic “Crate of the Week”: https://users.rust-lang.org/t/crate-of-the-week/2704/…',
        });
      }
    }
  },
});
