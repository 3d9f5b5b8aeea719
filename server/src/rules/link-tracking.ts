import { TRACKING_ERRORS } from '../newsletter/links/hosts';
import { inCommunity, within } from '../newsletter/links/links';
import {
  needlessFragment,
  textFragment,
  trackingParameters,
  videoTime,
  withoutParameters,
} from '../newsletter/links/tracking';
import { definePieceRule } from './rule';

/** Parameters that follow readers around (README; CI refuses four of them, #2643 #6373). */
export default definePieceRule({
  id: 'link-tracking',
  summary: 'A link carries parameters that only track the reader',
  why: "The newsletter links to pages, not to somebody's statistics; the same page with other parameters also hides duplicates.",
  severity: 'info',
  fix: 'sometimes',
  tags: ['url', 'organiser-url'],
  inArchive: true,
  examples: [
    {
      title: 'parameters of a campaign',
      bad: '* [A post](https://example.com/post?utm_source=twir&id=4&utm_medium=mail#top)\n',
      found: ['1:37-73 error: The parameters utm_source, utm_medium only track readers'],
      fixes: ['Remove the tracking parameters'],
      good: '* [A post](https://example.com/post?id=4#top)\n',
    },
    {
      title: 'parameters of a site',
      bad: '* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk&feature=share)\n',
      found: ['1:64-77: The parameter feature only tracks readers'],
      fixes: ['Remove feature'],
      good: '* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
    },
    {
      title: 'a parameter that names the newsletter',
      bad: '* [A post](https://example.com/post?id=4&via=this-week-in-rust)\n',
      found: ['1:42-63: The parameter via only tracks readers'],
      fixes: ['Remove via'],
      good: '* [A post](https://example.com/post?id=4)\n',
    },
    {
      title: 'words that somebody had marked',
      bad: '* [A post](https://example.com/post#:~:text=the%20part%20I%20liked)\n',
      found: ['1:36-67: This address opens the page at words that somebody had selected'],
      fixes: ['Remove the text fragment'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'the comments of a page',
      bad: '## Updates from Rust Community\n\n* [A post](https://example.com/post#comments)\n',
      found: ['3:36-45: “#comments” leads past what the page is about'],
      fixes: ['Link the whole page'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
  ],
  check(piece, report) {
    for (const address of piece.webAddresses) {
      const found = trackingParameters(address.web);
      const first = found[0];
      if (first) {
        const names = [...new Set(found.map(({ name }) => name))];
        report({
          at: { start: address.start + first.start, end: address.start + found.at(-1)!.end },
          ...(names.some((name) => TRACKING_ERRORS.has(name)) ? { severity: 'error' as const } : {}),
          message: `The parameter${names.length > 1 ? 's' : ''} ${names.join(', ')} only ${names.length > 1 ? 'track' : 'tracks'} readers`,
          fixes: [
            {
              title: names.length > 1 ? 'Remove the tracking parameters' : `Remove ${names[0]}`,
              all: true,
              edits: () => within(address, withoutParameters(address.web, found)),
            },
          ],
        });
      }
      const marked = textFragment(address.web);
      if (marked)
        report({
          at: { start: address.start + marked.start, end: address.start + marked.end },
          message: 'This address opens the page at words that somebody had selected',
          fixes: [{ title: 'Remove the text fragment', all: true, edits: () => within(address, [marked]) }],
        });
      const needless = needlessFragment(address.web);
      if (needless && inCommunity(piece, address.start))
        report({
          at: { start: address.start + needless.start, end: address.start + needless.end },
          message: `“${address.web.text.slice(needless.start)}” leads past what the page is about`,
          fixes: [{ title: 'Link the whole page', all: true, edits: () => within(address, [needless]) }],
        });
      // A quotation names the very second on purpose; among the week's talks it is where its author stopped.
      const time = videoTime(address.web);
      if (!time || !inCommunity(piece, address.start)) continue;
      report({
        at: { start: address.start + time.start, end: address.start + time.end },
        severity: 'info',
        message: `The video starts at ${time.value || 'another place'}; talks are usually linked from their beginning`,
        fixes: [
          {
            title: 'Link the video from its beginning',
            edits: () => within(address, withoutParameters(address.web, [time])),
          },
        ],
      });
    }
  },
});
