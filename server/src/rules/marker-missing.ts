import { PODCAST_PATH } from '../newsletter/links/hosts';
import { communityItems, titleOf } from '../newsletter/links/links';
import { mediumOf, parseUrl } from '../newsletter/links/url';
import { misplacedMarker } from '../newsletter/markers/misplaced';
import { readPrefix } from '../newsletter/markers/prefix';
import { definePieceRule } from './rule';

/** Videos and podcasts that do not say so (#5897). Lists of a conference's talks need no markers. */
export default definePieceRule({
  id: 'marker-missing',
  summary: 'A link to a video or podcast has no marker',
  why: 'Readers want to know before they click whether they will read, watch or listen.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'a video',
      bad: '## Updates from Rust Community\n### Observations/Thoughts\n* [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
      found: ['3:3-11: Expected [video] before "A talk": pages of www.youtube.com are videos'],
      fixes: ['Add [video]'],
      good: '## Updates from Rust Community\n### Observations/Thoughts\n* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)\n',
    },
  ],
  check(piece, report) {
    for (const item of communityItems(piece)) {
      // A heading of its own, as conferences get, says what its items are.
      if (!item.section?.spec) continue;
      const prefix = readPrefix(piece, item);
      if (!prefix || prefix.words.some(({ marker }) => marker === 'video' || marker === 'audio')) continue;
      const { link } = prefix;
      const web = parseUrl(link.url);
      if (!web || misplacedMarker(piece, item, prefix)) continue;
      const medium = mediumOf(web);
      const podcast = PODCAST_PATH.test(web.path) || /\bpodcast\b/i.test(titleOf(link));
      if (!medium && !podcast) continue;
      const marker = medium ?? 'audio';
      report({
        at: { start: link.start, end: link.textRange.end + 1 },
        ...(medium ? {} : { severity: 'info' as const }),
        message: medium
          ? `Expected [${marker}] before "${titleOf(link)}": pages of ${web.host} are ${marker === 'video' ? 'videos' : 'podcasts'}`
          : `Expected [audio] before "${titleOf(link)}", if the page is a podcast`,
        fixes: [
          {
            title: `Add [${marker}]`,
            preferred: true,
            edits: () => [{ start: link.start, end: link.start, text: `[${marker}] ` }],
          },
        ],
      });
    }
  },
});
