import type { EventEntry } from '../newsletter/events/event';
import type { Piece } from '../newsletter/issue/piece';
import { inCommunity, targets } from '../newsletter/links/links';
import { siteNameIn } from '../newsletter/links/titles';
import { parseUrl } from '../newsletter/links/url';
import { definePieceRule, type Report } from './rule';

/** The name of the site behind the title, as browsers show it. */
export default definePieceRule({
  id: 'link-title-suffix',
  summary: "A title has the site's name appended",
  why: 'It comes from the window title of a browser; in a list of titles it only takes room.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'the name of the host',
      bad: '## Updates from Rust Community\n\n* [A post | Example](https://example.com/post)\n',
      found: ['3:10-20: Expected the title alone, found the name of the site: "Example"'],
      fixes: ['Remove "Example"'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
    {
      title: 'what the location says',
      bad: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks - online**](https://example.com/oslo/1)\n',
      found: ['5:15-24: The location says already that the event is virtual'],
      fixes: ['Remove “- online”'],
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      const said = saidByLocation(piece, event);
      if (said) report(said);
    }
    for (const { link, url } of targets(piece)) {
      const web = parseUrl(url);
      if (!web || link.kind === 'autolink' || !inCommunity(piece, link.start)) continue;
      const written = piece.source.slice(link.textRange);
      const title = written.trimEnd();
      const site = siteNameIn(title, web);
      if (!site) continue;
      const at = { start: link.textRange.start + site.start, end: link.textRange.start + site.end };
      report({
        at,
        message: `Expected the title alone, found the name of the site: "${site.name}"`,
        fixes: [{ title: `Remove "${site.name}"`, preferred: true, edits: () => [{ ...at, text: '' }] }],
      });
    }
  },
});

const ATTENDANCE = {
  hybrid: /[ \t]*(?:[-–—|,:][ \t]*hybrid|\([ \t]*hybrid[ \t]*\))(?:[ \t]+(?:event|meetup))?$/i,
  virtual:
    /[ \t]*(?:[-–—|,:][ \t]*(?:virtual|online|remote)|\([ \t]*(?:virtual|online|remote)(?:[ \t]+(?:event|meetup))?[ \t]*\))$/i,
} as const;

/** A title that ends in what the location says: `Monthly meetup - hybrid`. */
function saidByLocation(piece: Piece, { location, title }: EventEntry): Report | undefined {
  const link = title?.links[0];
  const kind = location?.kind;
  if (!link || (kind !== 'hybrid' && kind !== 'virtual')) return undefined;
  const written = /^\**(.*?)\**$/s.exec(piece.source.slice(link.textRange))!;
  const tail = ATTENDANCE[kind].exec(written[1]!);
  if (!tail || tail.index === 0) return undefined;
  const start = link.textRange.start + written[0].indexOf(written[1]!) + tail.index;
  const at = { start, end: start + tail[0].length };
  return {
    at,
    message: `The location says already that the event is ${kind}`,
    fixes: [{ title: `Remove “${tail[0].trim()}”`, preferred: true, edits: () => [{ ...at, text: '' }] }],
  };
}
