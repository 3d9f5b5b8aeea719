import type { EventEntry, OrphanTitle } from '../newsletter/events/event';
import type { Piece } from '../newsletter/issue/piece';
import { removeBlock } from '../text/lines';
import { snippetText } from '../text/snippet';
import { indexBefore } from '../text/sourceText';
import { definePieceRule } from './rule';

/** A nested item with an address that is no link. */
const UNLINKED_TITLE = /^[ \t]+[*+-][ \t].*https?:\/\//;

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
    {
      title: 'a line between the two',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\nexample.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: ['5:1-18: This line parts an event from its title'],
      fixes: ['Delete the line'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    const parted = new Set<OrphanTitle>();
    for (const event of piece.events) {
      if (event.title) continue;
      const title = titleBelowNext(piece, event);
      if (title) {
        parted.add(title);
        const { start, end } = piece.source.line(event.lineNumber + 1);
        report({
          at: { start, end },
          message: 'This line parts an event from its title',
          fixes: [
            {
              title: 'Delete the line',
              preferred: true,
              edits: () => [removeBlock(piece.source, { start, end })],
            },
          ],
        });
        continue;
      }
      const { end } = piece.source.line(event.lineNumber);
      // One without its link is told where its address stands.
      const below = piece.source.line(event.lineNumber + 1);
      if (below.start > end && UNLINKED_TITLE.test(piece.source.slice(below))) continue;
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
      if (parted.has(orphan)) continue;
      const { start } = piece.source.line(orphan.lineNumber);
      const text = piece.source.slice(orphan);
      const at = { start: orphan.start + (text.length - text.trimStart().length), end: orphan.end };
      const second = secondTitle(piece, orphan);
      if (second !== undefined) {
        if (second.same)
          report({
            at,
            message: 'The title of the event above is here again',
            fixes: [
              { title: 'Delete the line', preferred: true, edits: () => [removeBlock(piece.source, orphan)] },
            ],
          });
        continue;
      }
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

/** The title of an event, where one line of plain text has come between the two: the rest of an address, mostly. */
function titleBelowNext(
  { orphanTitles, source }: Piece,
  { lineNumber }: EventEntry,
): OrphanTitle | undefined {
  const title = orphanTitles.find((orphan) => orphan.lineNumber === lineNumber + 2);
  return title && /^[ \t]*[^\s<*+-]/.test(source.slice(source.line(lineNumber + 1))) ? title : undefined;
}

/**
 * Two events of one group on one day may share the event line: the pages are of the same group then.
 * @returns undefined for any other title, else whether it is of the same page
 */
function secondTitle(piece: Piece, orphan: OrphanTitle): { readonly same: boolean } | undefined {
  const event = piece.events[indexBefore(piece.events, orphan.start)];
  if (event?.title?.lineNumber !== orphan.lineNumber - 1) return undefined;
  const link = piece.links[indexBefore(piece.links, orphan.end)];
  const page = event.title.links[0];
  if (!link || !page || link.start < orphan.start) return undefined;
  const group = (url: string) => piece.keys.group(url).split('/').slice(0, 2).join('/');
  return group(link.url) === group(page.url) ? { same: link.url === page.url } : undefined;
}
