import { hiringLinks, threadId } from '../newsletter/sections/jobs';
import { definePieceRule } from './rule';

/** A thread lasts six weeks on r/rust; none has been linked in more issues than this. */
const MOST_ISSUES = 8;

const EARLIER = [
  'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n',
  "## Jobs\n\nPlease see the latest [Who's Hiring thread on r/rust](https://www.reddit.com/r/rust/comments/1bbb/official_rrust_whos_hiring_thread_for_jobseekers/)\n",
].join('\n');

/** The thread in the jobs section has been replaced by a newer one long since. */
export default definePieceRule({
  id: 'jobs-link-stale',
  in: ['jobs'],
  goesBy: ['archive'],
  summary: "The jobs section still leads to an old Who's Hiring thread",
  why: 'r/rust opens a new thread every six weeks or so; each has been in 4 to 8 issues.',
  severity: 'info',
  fix: 'never',
  examples: [
    {
      title: 'older than the thread of the issue before',
      earlier: EARLIER,
      bad: "## Jobs\n\nPlease see the latest [Who's Hiring thread on r/rust](https://www.reddit.com/r/rust/comments/1aaa/official_rrust_whos_hiring_thread_for_jobseekers/)\n",
      found: ['3:55-148: The issue of 2026-02-18 already had a newer thread'],
      good: "## Jobs\n\nPlease see the latest [Who's Hiring thread on r/rust](https://www.reddit.com/r/rust/comments/1bbb/official_rrust_whos_hiring_thread_for_jobseekers/)\n",
    },
  ],
  check(piece, report, frame) {
    if (!frame.archive) return;
    const links = hiringLinks(piece);
    if (links.length === 0) return;
    const threads = frame.archive.issues.slice(0, 4 * MOST_ISSUES).map(({ date, jobsThread }) => ({
      date,
      id: jobsThread && threadId(jobsThread),
    }));
    for (const { url, urlRange } of links) {
      const id = threadId(url);
      if (!id) continue;
      const last = threads.find((thread) => thread.id !== undefined);
      const before = threads.findIndex((thread) => thread.id !== undefined && thread.id !== id);
      const run = before < 0 ? threads.length : before;
      if (last?.id && older(id, last.id)) {
        report({ at: urlRange, message: `The issue of ${last.date} already had a newer thread` });
      } else if (last?.id === id && run >= MOST_ISSUES) {
        report({
          at: urlRange,
          message: `This thread has been in the last ${run} issues; there should be a newer one`,
        });
      }
    }
  },
});

/** Reddit counts its threads in base 36. */
function older(id: string, other: string): boolean {
  return Number.parseInt(id, 36) < Number.parseInt(other, 36);
}
