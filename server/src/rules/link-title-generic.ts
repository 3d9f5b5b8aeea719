import { projectOfAddress, titleOfAddress } from '../newsletter/links/addressTitle';
import { inCommunity } from '../newsletter/links/links';
import { isOnlySiteName } from '../newsletter/links/titles';
import { definePieceRule, type Fix } from './rule';

const GENERIC =
  /^(?:(?:the )?(?:full )?(?:release[ -]?notes?|change ?logs?|what(?:'|’)?s new|blog(?: post)?|post|article|link|here|read more|video|announcement|new release|update|untitled|home(?: ?page)?|(?:404|page) not found|just a moment|sign in|access denied)|v?\d+(?:\.\d+)+(?:[-.]?(?:alpha|beta|rc)\.?\d*)?(?: released?)?)[.!:?]*$/i;

/** The same with a number, a version or a date, which still does not tell of what. */
const NUMBERED =
  /^(?:(?:new |the )?(?:release(?:s|d)?(?: notes?)?|version|change ?log|announcement|update|part|episode|ep|issue|chapter|lesson|day|week|month|volume|vol|number|no|edition|season|step|post|section|weekly|monthly|newsletter|(?:weekly|monthly|progress|status) (?:update|report))\b\.?[ :#–-]*)(?:v?\d+(?:[.\w-]*\w)?|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)[.!:]?$/i;

/** The same with the name of its project, or the words of the address. */
function better(title: string | undefined, url: string): string[] {
  const project = projectOfAddress(url);
  const named =
    title === undefined || project === undefined
      ? undefined
      : /^v?\d/.test(title)
        ? `${project} ${title}`
        : `${project}: ${title}`;
  return [named, titleOfAddress(url)].filter((text) => text !== undefined);
}

/** Titles that would suit any project (README, #6792). */
export default definePieceRule({
  id: 'link-title-generic',
  in: ['community'],
  summary: 'A title does not tell what the page is about',
  why: 'Without the name of the project nobody knows whether to click.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'the heading of any page of its kind',
      bad: '## Updates from Rust Community\n\n* [Release notes](https://example.com/1-0)\n',
      found: ['3:4-17: “Release notes” does not say which project it is about'],
      good: '## Updates from Rust Community\n\n* [Example 1.0 release notes](https://example.com/1-0)\n',
    },
    {
      title: 'a part of nothing',
      bad: '## Updates from Rust Community\n\n* [Part 5](https://example.com/game-5)\n',
      found: ['3:4-10: “Part 5” does not say which project it is about'],
      good: '## Updates from Rust Community\n\n* [Writing a game, part 5](https://example.com/game-5)\n',
    },
    {
      title: 'a version of a project that the address names',
      bad: '## Updates from Rust Community\n\n* [v1.2.0](https://github.com/octo/example/releases/tag/v1.2.0)\n',
      found: ['3:4-10: “v1.2.0” does not say which project it is about'],
      fixes: ['Write “example v1.2.0”'],
      good: '## Updates from Rust Community\n\n* [example v1.2.0](https://github.com/octo/example/releases/tag/v1.2.0)\n',
    },
  ],
  check(piece, report) {
    for (const { link, url } of piece.targets) {
      if (link.kind === 'autolink' || !inCommunity(piece, link.start)) continue;
      const title = link.title;
      const site = isOnlySiteName(title, url);
      if (!site && !GENERIC.test(title) && !NUMBERED.test(title)) continue;
      // `([changelog](..))` behind a title is a further link of an item.
      if (!site && /[(\w,|]/.test(lastBefore(link.start))) continue;
      report({
        at: link.textRange,
        message: site
          ? `“${title}” is only the name of the site, not the title of the page`
          : `“${title}” does not say which project it is about`,
        fixes: better(site ? undefined : title, url).map(
          (text): Fix => ({
            title: `Write “${text}”`,
            edits: () => [{ start: link.textRange.start, end: link.textRange.end, text }],
          }),
        ),
      });
    }
    function lastBefore(offset: number) {
      const before = piece.source.slice({ start: piece.source.lineAt(offset).start, end: offset });
      return before.trimEnd().at(-1) ?? '';
    }
  },
});
