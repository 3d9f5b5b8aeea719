import { issueNumberOf } from '../newsletter/issue/date';
import { isDiscussion } from '../newsletter/sections/discussion';
import { definePieceRule } from './rule';

/** `/this_week_in_rust_640/` on Reddit, `/this-week-in-rust-640/` on our own site where no thread could be opened. */
const SLUG = /this[-_]week[-_]in[-_]rust[-_](\d+)/i;
/** The thread of something else: what follows its number is made of its title. */
const OTHER_THREAD = /^https:\/\/(?:\w+\.)?reddit\.com\/r\/\w+\/comments\/\w+\/(?!this[-_]week)\w/i;
const DISCUSSION =
  /^https:\/\/(?:(?:www\.|old\.|new\.)?reddit\.com\/(?:r\/\w+\/)?(?:comments|s)\/|redd\.it\/|this-week-in-rust\.org\/)/i;

/** The footer leads to the discussion of this very issue. */
export default definePieceRule({
  id: 'reddit-link',
  summary: 'The discussion link leads to the thread of another issue',
  why: 'The footer comes from the issue before, and the thread of the new one does not exist until it is published.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'the thread of the issue before',
      bad: '<small>[Discuss on r/rust](https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_639/)</small>\n',
      found: ['1:28-94: This is the discussion of issue 639, not of issue 640'],
      good: '<small>[Discuss on r/rust](https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_640/)</small>\n',
    },
    {
      title: 'the page on which threads are opened',
      bad: '<small>[Discuss on r/rust](https://www.reddit.com/r/rust/submit)</small>\n',
      found: ['1:28-64: This address is not a discussion on Reddit'],
      good: '<small>[Discuss on r/rust](https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_640/)</small>\n',
    },
  ],
  check(piece, report) {
    const number = piece.date === undefined ? undefined : issueNumberOf(piece.date);
    for (const link of piece.links) {
      if (!isDiscussion(link) || link.url === 'REDDIT_LINK_HERE') continue;
      const slug = SLUG.exec(link.url)?.[1];
      if (slug !== undefined && number !== undefined && Number(slug) !== number) {
        report({
          at: link.urlRange,
          message: `This is the discussion of issue ${slug}, not of issue ${number}`,
        });
      } else if (slug === undefined && OTHER_THREAD.test(link.url)) {
        report({
          at: link.urlRange,
          message: `This is another thread: that of the issue has “this_week_in_rust_${number ?? ''}” in its address`,
        });
      } else if (!DISCUSSION.test(link.url)) {
        report({ at: link.urlRange, message: 'This address is not a discussion on Reddit' });
      }
    }
  },
});
