import { isPast } from '../newsletter/events/meaning';
import { definePieceRule } from './rule';

/** Readers would go there for nothing. */
/** Said of the event: at the beginning, behind a sign or `is`. Elsewhere it is what the talk is about. */
const OFF = /(?<=^\W*|[([:|–—-]\s*|\bis )(?:cancell?ed|postponed|called off)\b/i;
const OPEN = /\b(?:TBA|TBD|TBC|to be (?:announced|determined|decided|confirmed|defined)|place ?holder)\b/i;

export default definePieceRule({
  id: 'event-title-open',
  in: ['events'],
  summary: 'The title of an event says that it is cancelled, or that the subject is still open',
  why: 'By the time the issue comes out the page of the event may tell more, so an open subject is told at stage release only. An event that does not take place is no event.',
  severity: 'info',
  fix: 'never',
  tags: ['open', 'title'],
  examples: [
    {
      title: 'subject to be announced',
      stage: 'release',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks - TBA**](https://example.com/oslo/1)\n',
      found: ['5:18-21: The subject of this event is still open: “TBA”'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report, { stage }) {
    for (const event of piece.events) {
      const link = event.title?.links[0];
      if (!link || isPast(piece, event)) continue;
      const title = piece.source.slice(link.textRange);
      const off = OFF.exec(title);
      const open = off ?? (stage === 'release' ? OPEN.exec(title) : null);
      if (!open) continue;
      const start = link.textRange.start + open.index;
      report({
        at: { start, end: start + open[0].length },
        message: off
          ? `This event does not take place: “${open[0]}”`
          : `The subject of this event is still open: “${open[0]}”`,
      });
    }
  },
});
