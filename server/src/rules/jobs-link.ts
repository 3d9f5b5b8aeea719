import type { ArchiveView } from '../newsletter/archive/view';
import { hiringLinks } from '../newsletter/sections/jobs';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Fix } from './rule';

const THREAD =
  /^https:\/\/(?:www\.|old\.)?reddit\.com\/r\/rust\/comments\/\w+(?:\/(?:\w*who\w*_hiring\w*\/?)?)?(?:[?#].*)?$/i;
/** Job offers stood in the section until July 2022. */
const THREAD_SINCE = '2022-07-13';

/** The jobs section leads to the "Who's Hiring" thread of r/rust. */
export default definePieceRule({
  id: 'jobs-link',
  in: ['jobs'],
  goesBy: ['archive'],
  summary: "The jobs section does not lead to the Who's Hiring thread",
  why: "The section is one link to the latest Who's Hiring thread on r/rust; the weekly questions thread has been there by mistake.",
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'another thread',
      bad: "## Jobs\n\nPlease see the latest [Who's Hiring thread on r/rust](https://www.reddit.com/r/rust/comments/1abc/hey_rustaceans_got_a_question/)\n",
      found: ["3:55-129: This address is not a Who's Hiring thread on r/rust"],
      good: "## Jobs\n\nPlease see the latest [Who's Hiring thread on r/rust](https://www.reddit.com/r/rust/comments/1abc/official_rrust_whos_hiring_thread_for_jobseekers/)\n",
    },
  ],
  check(piece, report, frame) {
    const section = piece.sections.find(({ spec }) => spec?.key === 'jobs');
    if (!section || (piece.date !== undefined && piece.date < THREAD_SINCE)) return;
    if (piece.placeholders.some(({ spec }) => spec.id === 'jobs-link')) return;
    const links = hiringLinks(piece);
    const elsewhere = piece.links.some(
      ({ start, end, url }) => start >= section.start && end <= section.body.end && THREAD.test(url),
    );
    if (links.length === 0 && !elsewhere) {
      report({
        at: { start: section.start, end: section.heading.end },
        message: "The link to the Who's Hiring thread on r/rust is missing",
      });
    }
    for (const { url, urlRange } of links) {
      if (THREAD.test(url)) continue;
      report({
        at: urlRange,
        message: "This address is not a Who's Hiring thread on r/rust",
        fixes: previousThread(frame.archive, urlRange),
      });
    }
  },
});

function previousThread(archive: ArchiveView | undefined, at: Range): Fix[] {
  const earlier = archive?.issues.find(({ jobsThread }) => jobsThread !== undefined);
  if (!earlier) return [];
  const { start, end } = at;
  return [
    {
      title: `Use the thread of the issue of ${earlier.date}`,
      edits: () => [{ start, end, text: earlier.jobsThread! }],
    },
  ];
}
