import type { OrphanTitle } from '../newsletter/events/event';
import type { Piece } from '../newsletter/issue/piece';
import { snippetText } from '../text/snippet';
import { indexBefore } from '../text/sourceText';
import { definePieceRule } from './rule';

export default definePieceRule({
  id: 'event-orphan',
  in: ['events'],
  summary: 'An event line without its title line, or a title line without its event line',
  why: 'The two lines belong together: without the other, readers see a date without an event, or an event without a date.',
  severity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'title line missing',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n',
      found: ['4:3-64: The title line of this event is missing'],
      fixes: ['Add a title line'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      if (event.title) continue;
      const { end } = piece.source.line(event.lineNumber);
      const url = event.organisers[0]?.url ?? 'https://';
      report({
        at: event.head,
        message: 'The title line of this event is missing',
        fixes: [
          {
            title: 'Add a title line',
            snippet: true,
            edits: () => [{ start: end, end, text: `\n    * [**\${1:Title}**](\${2:${snippetText(url)}})` }],
          },
        ],
      });
    }
    for (const orphan of piece.orphanTitles) {
      if (isSecondTitle(piece, orphan)) continue;
      const { start } = piece.source.line(orphan.lineNumber);
      const text = piece.source.slice(orphan);
      const at = { start: orphan.start + (text.length - text.trimStart().length), end: orphan.end };
      report({
        at,
        message: 'The line with date, place and group is missing above this title',
        fixes: [
          {
            title: 'Add an event line',
            snippet: true,
            edits: () => [
              {
                start,
                end: start,
                text: `* \${1:${piece.date ?? 'YYYY-MM-DD'}} | \${2:City, CC} | [\${3:Group}](\${4:https://})\n`,
              },
            ],
          },
        ],
      });
    }
  },
});

/** Two events of one group on one day may share the event line: the pages are of the same group then. */
function isSecondTitle(piece: Piece, orphan: OrphanTitle): boolean {
  const event = piece.events[indexBefore(piece.events, orphan.start)];
  if (event?.title?.lineNumber !== orphan.lineNumber - 1) return false;
  const link = piece.links[indexBefore(piece.links, orphan.end)];
  const page = event.title.links[0];
  if (!link || !page || link.start < orphan.start) return false;
  const group = (url: string) => piece.keys.group(url).split('/').slice(0, 2).join('/');
  return group(link.url) === group(page.url);
}
