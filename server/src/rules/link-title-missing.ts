import { groupOfAddress, titleOfAddress } from '../newsletter/links/addressTitle';
import { contains } from '../text/sourceText';
import { definePieceRule, type Fix } from './rule';

/** Links that nobody can see or click. */
export default definePieceRule({
  id: 'link-title-missing',
  summary: 'A link has no title',
  why: 'A link without a title is invisible on the site.',
  severity: 'error',
  fix: 'never',
  tags: ['title'],
  examples: [
    {
      title: 'empty brackets',
      bad: '* [](https://example.com/post)\n',
      found: ['1:3-31: There is no title between the brackets'],
      fixes: ['Fill in the title'],
      good: '* [A post](https://example.com/post)\n',
    },
    {
      title: 'a page whose address has the words',
      bad: '* [](https://example.com/2026/02/why-we-moved-to-rust/)\n',
      found: ['1:3-56: There is no title between the brackets'],
      fixes: ['Write “Why we moved to Rust”', 'Fill in the title'],
      good: '* [Why we moved to Rust](https://example.com/2026/02/why-we-moved-to-rust/)\n',
    },
    {
      title: 'a group',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-03 | Oslo, NO | [](https://www.meetup.com/example-rust-oslo/)\n    * [**Talks**](https://www.meetup.com/example-rust-oslo/events/1/)\n',
      found: ['4:27-72: There is no title between the brackets'],
      fixes: ['Write “Example Rust Oslo”', 'Fill in the title'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-03 | Oslo, NO | [Example Rust Oslo](https://www.meetup.com/example-rust-oslo/)\n    * [**Talks**](https://www.meetup.com/example-rust-oslo/events/1/)\n',
    },
  ],
  check(piece, report) {
    const images = piece.links.filter(({ kind }) => kind === 'image');
    for (const link of piece.links) {
      if (link.kind !== 'inline' || link.url === '' || /[^*_`\s]/.test(link.text)) continue;
      if (images.some((image) => contains(link, image))) continue;
      if (piece.html.some((html) => contains(link.textRange, html))) continue;
      const isGroup = piece.events.some(({ organisers }) => organisers.includes(link));
      report({
        at: { start: link.start, end: link.end },
        message: 'There is no title between the brackets',
        fixes: [
          ...known(isGroup ? groupOfAddress(link.url) : titleOfAddress(link.url)),
          {
            title: 'Fill in the title',
            snippet: true,
            edits: () => [{ start: link.textRange.start, end: link.textRange.end, text: '$1' }],
          },
        ],
      });
      function known(text: string | undefined): Fix[] {
        const edit = { start: link.textRange.start, end: link.textRange.end };
        return text === undefined ? [] : [{ title: `Write “${text}”`, edits: () => [{ ...edit, text }] }];
      }
    }
  },
});
