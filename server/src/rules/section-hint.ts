import type { Item } from '../newsletter/issue/items';
import { SECTION_HINTS, type SectionHint } from '../newsletter/links/hosts';
import { wholeItem } from '../newsletter/links/links';
import { isUnder, parseUrl } from '../newsletter/links/url';
import { definePieceRule } from './rule';

/** What the sections tell about an item like this one; undefined for most. */
export function hintFor(item: Item): SectionHint | undefined {
  const link = item.links[0];
  const web = link && parseUrl(link.url);
  if (!web) return undefined;
  return SECTION_HINTS.find(
    ({ host, title }) => (!host || isUnder(web.host, host)) && (!title || title.test(link.title)),
  );
}

/** Items that another section of the community part usually has (README). */
export default definePieceRule({
  id: 'section-hint',
  in: ['community'],
  summary: 'An item usually belongs in another section',
  why: 'Readers look for the posts of the Rust project, of the Foundation, for papers and for newsletters in their sections.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'a post of the Rust project',
      bad: '## Updates from Rust Community\n### Official\n### Miscellaneous\n* [Announcing a release](https://blog.rust-lang.org/2026/02/12/release/)\n',
      found: ['4:1-73: This is a post of the Rust project, which belongs under Official'],
      good: '## Updates from Rust Community\n### Official\n* [Announcing a release](https://blog.rust-lang.org/2026/02/12/release/)\n',
    },
  ],
  check(piece, report) {
    for (const item of piece.communityItems) {
      const key = piece.sectionAt(item.start)?.spec?.key;
      if (!key?.startsWith('community/')) continue;
      const hint = hintFor(item);
      if (!hint || hint.sections.includes(key)) continue;
      const name = piece.profile.sections.find((spec) => spec.key === hint.sections[0])?.title;
      report({
        at: { start: item.start, end: item.content.end },
        message: `This is ${hint.what}, which belongs under ${name ?? 'another heading'}`,
        fixes: (issue, at) => {
          const last = issue.sectionsOf(hint.sections[0]!)[0]?.items.at(-1);
          const from = at(wholeItem(piece, item));
          const text = issue.source.slice(from).replace(/\r\n|\r/g, '\n');
          const place = last && wholeItem(issue, last).end;
          if (
            place === undefined ||
            !text.endsWith('\n') ||
            !/[\r\n]/.test(issue.source.text[place - 1] ?? '')
          )
            return [];
          return [
            {
              title: `Move it to ${name}`,
              edits: () => [
                { ...from, text: '' },
                { start: place, end: place, text },
              ],
            },
          ];
        },
      });
    }
  },
});
