import type { EventEntry } from '../newsletter/events/event';
import { titleTail } from '../newsletter/events/titleTail';
import type { Piece } from '../newsletter/issue/piece';
import { inCommunity } from '../newsletter/links/links';
import { siteNameIn } from '../newsletter/links/titles';
import type { WebUrl } from '../newsletter/links/url';
import type { Range } from '../text/sourceText';
import { strip } from '../text/strip';
import { definePieceRule, type Report } from './rule';

/** What GitHub puts behind a title: `by octo · Pull Request #12 · octo/example`. */
const GITHUB_TAIL =
  /(?<!\s)\s+(?:by \S+ )?· (?:(?:Pull Request|Issue|Discussion) #\d+(?: · \S+)?|[\w.-]+\/[\w.-]+)(?: · GitHub)?$/;

/** The number that GitHub shows behind the title of a pull request or an issue. */
const NUMBER_TAIL = /(?<!\s)\s+(?:\(#(\d+)\)|#(\d+))$/;
const NUMBERED = /\/(?:pull|issues)\/(\d+)(?:[/?#]|$)/;

/** The name of the site behind the title, as browsers show it. */
export default definePieceRule({
  id: 'link-title-suffix',
  in: ['community', 'events', 'project', 'fcp', 'cfp'],
  summary: 'A title ends in the name of its site, in its own number, or in what the location says already',
  why: 'It comes from the window title of a browser; in a list of titles it only takes room.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'the name of the host',
      bad: '## Updates from Rust Community\n\n* [A post | Example](https://example.com/post)\n',
      found: ['3:10-20: “Example” is the name of the site, not part of the title'],
      fixes: ['Remove “Example”'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
    {
      title: 'what the location says',
      bad: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks - online**](https://example.com/oslo/1)\n',
      found: ['5:15-24: The location already says that the event is virtual'],
      fixes: ['Remove “- online”'],
      good: '## Upcoming Events\n\n### Virtual\n* 2026-03-04 | Virtual (Oslo, NO) | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    for (const event of piece.events) {
      const said = saidByLocation(piece, event);
      if (said) report(said);
    }
    for (const { link, web } of piece.targets) {
      if (!web || link.kind === 'autolink') continue;
      const title = piece.source.slice(link.textRange).trimEnd();
      const number = ownNumber(title, web);
      if (number) {
        const at = { start: link.textRange.start + number.start, end: link.textRange.start + number.end };
        report({
          at,
          message: `“${title.slice(number.start, number.end).trim()}” is in the address already`,
          fixes: [{ title: 'Remove the number', preferred: true, edits: () => [{ ...at, text: '' }] }],
        });
        continue;
      }
      const tail = web.host === 'github.com' ? GITHUB_TAIL.exec(title) : null;
      const site = tail
        ? { name: tail[0].trim(), start: tail.index, end: title.length }
        : inCommunity(piece, link.start) && siteNameIn(title, web);
      if (!site) continue;
      const at = { start: link.textRange.start + site.start, end: link.textRange.start + site.end };
      report({
        at,
        message: `“${site.name}” is the name of the site, not part of the title`,
        fixes: [{ title: `Remove “${site.name}”`, preferred: true, edits: () => [{ ...at, text: '' }] }],
      });
    }
  },
});

/** `A title (#12)` of an address that leads to 12. */
function ownNumber(title: string, web: WebUrl): Range | undefined {
  const address = web.host === 'github.com' && NUMBERED.exec(web.path);
  const tail = address && NUMBER_TAIL.exec(title);
  if (!tail || (tail[1] ?? tail[2]) !== address[1]) return undefined;
  return { start: tail.index, end: title.length };
}

/** A title that ends in what the location says. */
function saidByLocation(piece: Piece, { location, title }: EventEntry): Report | undefined {
  const link = title?.links[0];
  // Before, the locations did not say it in one way.
  if (!link || !location || !piece.profile.can.hybridForm) return undefined;
  // The text of a link, with the asterisks that make it bold.
  const written = piece.source.slice(link.textRange);
  const own = strip(written, /\*/);
  const tail = titleTail(own, location.kind);
  if (tail === undefined) return undefined;
  const start = link.textRange.start + written.indexOf(own);
  const at = { start: start + tail, end: start + own.length };
  return {
    at,
    message: `The location already says that the event is ${location.kind}`,
    fixes: [
      { title: `Remove “${own.slice(tail).trim()}”`, preferred: true, edits: () => [{ ...at, text: '' }] },
    ],
  };
}
