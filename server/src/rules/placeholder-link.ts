import { Fills } from '../newsletter/placeholders/fills';
import { definePieceRule } from './rule';

/** Addresses that the template leaves open. */
export default definePieceRule({
  id: 'placeholder-link',
  goesBy: ['archive'],
  summary: 'A link still leads to the placeholder of the template',
  why: 'Six of the last 112 issues went out with such a link: readers get an error page of the newsletter itself.',
  severity: 'hint',
  releaseSeverity: 'error',
  fix: 'never',
  tags: ['placeholder', 'open'],
  examples: [
    {
      title: 'the jobs thread',
      bad: "## Jobs\n\nPlease see the latest [Who's Hiring thread on r/rust](INSERT_LINK_HERE)\n",
      found: ['3:55-71: INSERT_LINK_HERE was not replaced by an address'],
      fixes: ["Type the address of the latest Who's Hiring thread"],
      good: "## Jobs\n\nPlease see the latest [Who's Hiring thread on r/rust](https://www.reddit.com/r/rust/comments/1abc/official_rrust_whos_hiring_thread_for_jobseekers/)\n",
    },
  ],
  check(piece, report, frame) {
    for (const placeholder of piece.placeholders) {
      if (placeholder.spec.form !== 'link') continue;
      const { start, end } = placeholder;
      report({
        at: { start, end },
        ...(frame.published ? { severity: 'error' as const } : {}),
        message: `${piece.source.slice(placeholder)} was not replaced by an address`,
        fixes: (issue, at) => new Fills(issue, frame.archive).of({ ...placeholder, ...at(placeholder) }),
      });
    }
  },
});
