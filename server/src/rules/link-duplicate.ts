import type { EarlierLink } from '../newsletter/archive/view';
import type { Link } from '../newsletter/issue/chunk';
import { daysBetween } from '../newsletter/issue/date';
import type { Piece } from '../newsletter/issue/piece';
import { inCommunity, inOneVersion, wholeItem } from '../newsletter/links/links';
import { appendTo } from '../text/lists';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Fixes, type Place, type Placed } from './rule';

/** How many issues back a repeated link is an error; the newsletter's CI looks back one less. */
const RECENT_ISSUES = 25;

/** Whether an earlier link is near enough to be an error. By date, should the archive have gaps. @param date of the issue */
export function isRecent(date: string | undefined, earlier: EarlierLink): boolean {
  const days = date === undefined ? undefined : daysBetween(earlier.date, date);
  return Math.max(earlier.issuesAgo, (days ?? 0) / 7) <= RECENT_ISSUES;
}

/** The same page twice in the community section, or there and in one of the last issues (CI). */
export default defineIssueRule({
  id: 'link-duplicate',
  goesBy: ['archive', 'sections'],
  summary: 'A community link appears twice, or appeared in one of the last 25 issues',
  why: 'Every page is announced once. The second time is nearly always a merge of two submissions, or a wrong address.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['again', 'url', 'organiser-url'],
  inArchive: true,
  examples: [
    {
      title: 'a link of two weeks ago',
      earlier:
        'Title: This Week in Rust 638\nNumber: 638\nDate: 2026-02-11\nCategory: This Week in Rust\n\n## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
      bad: '## Updates from Rust Community\n\n* [That post again](https://example.com/post/)\n',
      found: ['3:3-47: This link already appeared in the issue of 2026-02-11: “A post”'],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n* [Another post](https://example.com/another)\n',
    },
    {
      title: 'the same page under two addresses',
      bad: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n* [The same](https://www.example.com/post/)\n',
      found: [
        '3:3-37 info: The same link appears below, too: “The same”',
        '4:3-44: The same link appears above, too: “A post”',
      ],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
    {
      title: 'the same item twice in a list',
      bad: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n* [A post](https://example.com/post)\n',
      found: [
        '3:3-37 info: The same link appears below, too: “A post”',
        '4:3-37: The same link appears above, too: “A post”',
      ],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/post)\n',
    },
    {
      title: 'another place on the same page',
      bad: '## Updates from Rust Community\n\n* [A post](https://example.com/a)\n* [Its end](https://example.com/a#end)\n',
      found: ['4:3-39 info: This leads to the same page as “A post” above, to another place on it'],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n* [A post](https://example.com/a)\n',
    },
    {
      title: 'a line that is no item',
      bad: '## Updates from Rust Community\n\n### Official\n* [A talk](https://example.com/a)\n\n[video] - [The same talk](https://example.com/a)\n',
      found: [
        '4:3-34 info: The same link appears below, too: “The same talk”',
        '6:11-49: The same link appears above, too: “A talk”',
      ],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n### Official\n* [A talk](https://example.com/a)\n',
    },
    {
      title: 'the parameters in another order',
      bad: '## Updates from Rust Community\n\n### Official\n* [A talk](https://example.com/talk?day=2&room=5)\n* [Another talk](https://example.com/talk?room=5&day=2)\n',
      found: [
        '4:3-50 info: The same link appears below, too: “Another talk”',
        '5:3-56: The same link appears above, too: “A talk”',
      ],
      fixes: ['Delete this item'],
      good: '## Updates from Rust Community\n\n### Official\n* [A talk](https://example.com/talk?day=2&room=5)\n',
    },
  ],
  facts(piece) {
    const items = new Map(piece.communityItems.map((item) => [item.links[0], item]));
    return piece.targets.flatMap(({ link, url }): CommunityLink[] => {
      if (!inCommunity(piece, link.start)) return [];
      const item = items.get(link);
      const at = { start: link.start, end: link.end };
      const fact = { at, key: piece.keys.link(url), title: link.title };
      const line = item ? undefined : lineOf(piece, link);
      if (line) return [{ places: { whole: line }, ...fact }];
      if (!item || item.children.length > 0) return [fact];
      const whole = wholeItem(piece, item);
      return [{ text: piece.source.slice(whole).trim(), places: { whole }, ...fact }];
    });
  },
  check({ date, archive }, links: readonly Placed<CommunityLink>[], report) {
    const fixes =
      ({ whole }: { readonly whole?: Place }, copy?: Place): Fixes<Place> =>
      ({ source }, at) =>
        whole
          ? [
              {
                title: 'Delete this item',
                ...(copy && inOneVersion(source, at(copy), at(whole)) ? { all: true } : {}),
                edits: () => [{ ...at(whole), text: '' }],
              },
            ]
          : [];
    const seen = new Map<string, Placed<CommunityLink>[]>();
    for (const link of links) appendTo(seen, link.key, link);
    for (const { link, other } of otherPlaces([...seen])) {
      report({
        at: link.at,
        severity: 'info',
        message: `This leads to the same page as “${other.title}” above, to another place on it`,
        related: [{ at: other.at, message: 'The same page' }],
        fixes: fixes(link.places),
      });
    }
    for (const [key, same] of seen) {
      const earlier = archive?.earlierLinks(key)[0];
      const texts = new Map<string, Placed<CommunityLink>>();
      for (const [index, link] of same.entries()) {
        const other = same[index === 0 ? 1 : 0];
        // Of the very same item in one list, whichever goes leaves the same text.
        const text = `${link.section?.index} ${link.text}`;
        const copy = link.text === undefined ? undefined : texts.get(text)?.places.whole;
        texts.set(text, link);
        if (other) {
          report({
            at: link.at,
            message: `The same link appears ${index === 0 ? 'below' : 'above'}, too: “${other.title}”`,
            fixes: fixes(link.places, copy),
            related: [{ at: other.at, message: 'The same link' }],
            unnecessary: index > 0,
            // One of the two has to go; which one, only the author knows.
            ...(index === 0 ? { severity: 'info' as const } : {}),
          });
        }
        if (!earlier || !isRecent(date, earlier)) continue;
        report({
          at: link.at,
          message: `This link already appeared in the issue of ${earlier.date}: “${earlier.title}”`,
          fixes: fixes(link.places),
          related: [{ uri: earlier.uri, start: earlier.start, end: earlier.end, message: 'The same link' }],
        });
      }
    }
  },
});

/** The line of a link that stands there in the place of an item, with no more than a marker beside it. */
function lineOf(piece: Piece, link: Link): Range | undefined {
  const number = piece.source.lineNumberAt(link.start);
  const { start, end } = piece.source.line(number);
  const around = piece.source.text.slice(start, link.start) + piece.source.text.slice(link.end, end);
  if (link.end > end || piece.lines[number]?.kind === 'item') return undefined;
  return /^(?:\[\w+\])?[\s–-]*$/.test(around) ? piece.source.fullLine(number) : undefined;
}

/** A link of the community section. `whole` are the lines of the item that it is the first link of, `text` what they say. */
interface CommunityLink extends Fact {
  readonly key: string;
  readonly title: string;
  readonly text?: string;
  readonly places?: { readonly whole: Range };
}

/**
 * Links to another place on a page that is linked already. On a page of the root, and where the place is a route, each
 * may be news of its own.
 */
function otherPlaces(
  links: readonly (readonly [string, readonly Placed<CommunityLink>[]])[],
): { link: Placed<CommunityLink>; other: Placed<CommunityLink> }[] {
  const pages = new Map<string, Placed<CommunityLink>>();
  return links.flatMap(([key, [link]]) => {
    const [page, place] = key.split('#', 2) as [string, string | undefined];
    if (!link || /^https:\/\/[^/]*\/?$/.test(page) || /^[/!]/.test(place ?? '')) return [];
    const other = pages.get(page);
    if (!other) pages.set(page, link);
    return other ? [{ link, other }] : [];
  });
}
